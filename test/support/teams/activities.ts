import type { Tenant } from './tenant.ts';
import type { Activity, Fields, Message, PersonRecord } from './types.ts';

/** Who does something, in which chat, towards which service. */
export interface Setting {
  readonly tenant: Tenant;
  readonly serviceUrl: string;
  readonly person: PersonRecord;
  /** A personal chat's or a channel's id. */
  readonly conversation: string;
}

function userOf({ tenant, person }: Setting) {
  return { id: tenant.userIdOf(person.objectId), aadObjectId: person.objectId };
}

function conversationOf({ tenant, conversation }: Setting): Activity['conversation'] & Fields {
  const { tenantId } = tenant.identity;
  if (tenant.isChannel(conversation)) {
    const type = conversation.includes('@thread.tacv2') ? 'channel' : 'groupChat';
    return { isGroup: true, conversationType: type, tenantId, id: conversation };
  }
  return { conversationType: 'personal', tenantId, id: conversation };
}

/** What every activity carries, with `own` over it. */
function activity(setting: Setting, id: string, own: Fields & { readonly type: string }): Activity {
  const { tenant, serviceUrl } = setting;
  const now = new Date().toISOString();
  return {
    ...{ id, timestamp: now, channelId: 'msteams', serviceUrl },
    recipient: { id: tenant.identity.botId, name: 'Buddy' },
    from: userOf(setting),
    conversation: conversationOf(setting),
    channelData: { tenant: { id: tenant.identity.tenantId } },
    ...own,
  };
}

/** What only things that a person does in a client carry. */
function byHand(setting: Setting) {
  const { tz, name } = setting.person;
  return {
    localTimestamp: new Date().toISOString(),
    localTimezone: tz,
    locale: 'en-US',
    from: { ...userOf(setting), name },
    entities: [{ locale: 'en-US', country: 'US', platform: 'iOS', timezone: tz, type: 'clientInfo' }],
  };
}

/** Words written to the bot; in a channel it hears only what begins with its name. */
export function messageActivity(setting: Setting, text: string, more: Fields = {}): Activity {
  const { tenant, conversation } = setting;
  const by = byHand(setting);
  const own = { ...by, type: 'message', textFormat: 'plain' };
  const id = tenant.ids.message();
  if (!tenant.isChannel(conversation)) return activity(setting, id, { ...own, text, ...more });
  const mentioned = { id: tenant.identity.botId, name: 'Buddy' };
  const entities = [{ type: 'mention', mentioned, text: '<at>Buddy</at>' }, ...by.entities];
  return activity(setting, id, { ...own, text: `<at>Buddy</at> ${text}`, entities, ...more });
}

/** A press of an Action.Execute on a card of the bot's. */
export function invokeActivity(setting: Setting, message: Message, action: Fields): Activity {
  const { tenant } = setting;
  return activity(setting, tenant.ids.event(), {
    ...byHand(setting),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: { action, trigger: 'manual' },
    channelData: {
      tenant: { id: tenant.identity.tenantId },
      source: { name: 'message' },
      legacy: { replyToId: message.id },
    },
  });
}

/** What asks for a dialog, and what is pressed in one. A dialog belongs to no message, though Teams tells where it began. */
export function taskActivity(
  setting: Setting,
  name: 'task/fetch' | 'task/submit',
  data: unknown,
  replyToId: string | null,
): Activity {
  return activity(setting, setting.tenant.ids.event(), {
    ...byHand(setting),
    type: 'invoke',
    name,
    ...(replyToId === null ? {} : { replyToId }),
    value: { data, context: { theme: 'default' } },
  });
}

/** Teams tells of an installation twice, in any order: with these two. They carry neither a name nor a time zone. */
export function installActivities(setting: Setting, change: 'add' | 'remove'): Activity[] {
  const { tenant } = setting;
  const bot = { id: tenant.identity.botId };
  const changed = change === 'add' ? { membersAdded: [bot, userOf(setting)] } : { membersRemoved: [bot] };
  return [
    activity(setting, tenant.ids.event(), { type: 'installationUpdate', action: change }),
    activity(setting, tenant.ids.event(), { type: 'conversationUpdate', ...changed }),
  ];
}
