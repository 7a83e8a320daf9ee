import { handleOf } from './people.ts';
import { stateOf } from './state-values.ts';
import type { Element, Fields, Message, PersonRecord, View } from './types.ts';
import type { Identity, Workspace } from './workspace.ts';

const DOMAIN = 'stand-in';
/** Slack still sends this superseded secret; no app should look at it. */
const TOKEN = 'verification-token';

/** The fields of a slash command, to be sent as a form. */
export function commandPayload(
  workspace: Workspace,
  person: PersonRecord,
  given: { command: string; text: string; channel: string; channelName: string; responseUrl: string },
): Record<string, string> {
  const { teamId, enterpriseId } = homeOf(workspace, person);
  return {
    token: TOKEN,
    team_id: teamId,
    team_domain: DOMAIN,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId, enterprise_name: DOMAIN }),
    channel_id: given.channel,
    channel_name: given.channelName,
    user_id: person.id,
    user_name: handleOf(person),
    command: given.command,
    text: given.text,
    api_app_id: workspace.identity.appId,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: workspace.grantTrigger(person.id),
  };
}

/** Where someone belongs. */
export function homeOf({ identity }: Workspace, person: Partial<PersonRecord>): Home {
  const { team_id: teamId = identity.teamId, enterprise_id: enterpriseId = identity.enterpriseId } = person;
  return { teamId, enterpriseId };
}

type Home = Pick<Identity, 'teamId' | 'enterpriseId'>;

function interaction(workspace: Workspace, person: PersonRecord): Fields {
  const { teamId: team, enterpriseId: enterprise } = homeOf(workspace, person);
  return {
    team: { id: team, domain: DOMAIN, ...(enterprise === null ? {} : { enterprise_id: enterprise }) },
    user: { id: person.id, username: handleOf(person), name: handleOf(person), team_id: team },
    api_app_id: workspace.identity.appId,
    token: TOKEN,
    trigger_id: workspace.grantTrigger(person.id),
    enterprise: enterprise === null ? null : { id: enterprise, name: DOMAIN },
    is_enterprise_install: false,
  };
}

/** One entry of `actions`: the element as it was pressed, with what was picked in it. */
export function actionOf(
  workspace: Workspace,
  element: Element,
  blockId: string,
  given: { value?: string | undefined; selected?: string | readonly string[] | null | undefined },
): Fields {
  const { type, action_id, text, placeholder, initial_option } = element;
  const base = { type, action_id, block_id: blockId, action_ts: workspace.ids.ts() };
  const state = stateOf(element, given.selected ?? given.value ?? null);
  const shown = { ...(placeholder ? { placeholder } : {}), ...(initial_option ? { initial_option } : {}) };
  if (state) return { ...base, ...state, ...shown };
  const value = given.value ?? element.value;
  return { ...base, text, ...(value === undefined ? {} : { value }) };
}

/** A press in a message. Of an ephemeral one Slack sends only where it was, not the message itself. */
export function messagePress(
  workspace: Workspace,
  person: PersonRecord,
  message: Message,
  given: { action: Fields; values: Fields; responseUrl: string },
): Fields {
  const { botId, botUserId, appId, teamId } = workspace.identity;
  const is_ephemeral = message.surface === 'ephemeral';
  const source = {
    type: 'message',
    user: botUserId,
    bot_id: botId,
    app_id: appId,
    team: teamId,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.edits > 0 ? { edited: { user: botUserId, ts: message.ts } } : {}),
  };
  const name = message.channel.startsWith('D') ? 'directmessage' : 'general';
  return {
    type: 'block_actions',
    ...interaction(workspace, person),
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral },
    channel: { id: message.channel, name },
    ...(is_ephemeral ? {} : { message: source }),
    state: { values: given.values },
    response_url: given.responseUrl,
    actions: [given.action],
  };
}

/** A press in a modal or in the App Home. There is no response_url there. */
export function viewPress(
  workspace: Workspace,
  person: PersonRecord,
  view: View,
  given: { action: Fields; values: Fields },
): Fields {
  return {
    type: 'block_actions',
    ...interaction(workspace, person),
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: { values: given.values } },
    actions: [given.action],
  };
}

export function viewSubmission(
  workspace: Workspace,
  person: PersonRecord,
  view: View,
  values: Fields,
): Fields {
  return {
    type: 'view_submission',
    ...interaction(workspace, person),
    view: { ...view, state: { values } },
    response_urls: [],
  };
}

export function viewClosed(workspace: Workspace, person: PersonRecord, view: View): Fields {
  const { trigger_id: _, ...rest } = interaction(workspace, person);
  return { type: 'view_closed', ...rest, view, is_cleared: false };
}

/** The envelope around an event of the Events API. */
export function eventPayload(
  workspace: Workspace,
  type: string,
  event: Fields,
  { teamId, enterpriseId }: Home = workspace.identity,
): Fields {
  const { appId, botUserId } = workspace.identity;
  const authorization = { enterprise_id: enterpriseId, team_id: teamId, user_id: botUserId, is_bot: true };
  return {
    token: TOKEN,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: enterpriseId,
    api_app_id: appId,
    event: { type, ...event, event_ts: workspace.ids.ts() },
    type: 'event_callback',
    event_id: workspace.ids.next('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: workspace.ids.next('4-'),
  };
}
