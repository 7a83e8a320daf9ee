import { problemsOfCard } from './check-card.ts';
import { type Outcome, refusal } from './faults.ts';
import { cardContentType, type Tenant } from './tenant.ts';
import type { Fields, Message, PersonRecord } from './types.ts';

/** The most that one message may weigh, in bytes. https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const MAX_BYTES = 100_000;

/** One operation of the Bot Connector, found by what was asked of it; named as in Microsoft's own client. */
export interface ConnectorCall {
  readonly method: string;
  /** The Entra object id of the person it concerns. */
  readonly to: string | undefined;
  run(): Outcome;
}

/** What is asked of the connector; undefined where it has no such operation. `path` begins with `/v3/`. */
export function connectorCall(
  tenant: Tenant,
  verb: string,
  path: string,
  body: Fields,
): ConnectorCall | undefined {
  const [, , room, conversation = '', part, id = ''] = path.split('/').map(decodeURIComponent);
  if (room !== 'conversations') return undefined;
  const to = tenant.ownerOf(conversation)?.objectId;
  const inChat = (work: () => Outcome) => () => chatRefusal(tenant, conversation) ?? work();
  switch (`${verb} ${part ?? ''}${id === '' ? '' : '/'}`) {
    case 'POST ': {
      const [member] = (Array.isArray(body.members) ? body.members : []) as { id?: unknown }[];
      const person = tenant.findPerson(member?.id);
      return { method: 'createConversation', to: person?.objectId, run: () => create(tenant, person, body) };
    }
    case 'POST activities':
      return { method: 'sendToConversation', to, run: inChat(() => post(tenant, conversation, body, null)) };
    case 'POST activities/':
      return { method: 'replyToActivity', to, run: inChat(() => post(tenant, conversation, body, id)) };
    case 'PUT activities/':
      return { method: 'updateActivity', to, run: inChat(() => update(tenant, conversation, id, body)) };
    case 'DELETE activities/':
      return { method: 'deleteActivity', to, run: inChat(() => remove(tenant, conversation, id)) };
    case 'GET members':
      return { method: 'getConversationMembers', to, run: inChat(() => members(tenant, conversation)) };
    case 'GET members/':
      return { method: 'getConversationMember', to, run: inChat(() => member(tenant, conversation, id)) };
    case 'GET pagedmembers':
      return { method: 'getConversationPagedMembers', to, run: inChat(() => page(tenant, conversation)) };
    default:
      return undefined;
  }
}

/** Why nothing can be done in a chat at all. */
function chatRefusal(tenant: Tenant, conversation: string): Outcome | undefined {
  if (tenant.isChannel(conversation)) return undefined;
  const owner = tenant.ownerOf(conversation);
  if (owner === undefined) return refusal(404, 'ConversationNotFound', 'Conversation not found.');
  if (owner.blocked) return refusal(403, 'MessageWritesBlocked', 'Thread is blocked for message writes.');
  if (owner.installed) return undefined;
  return refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

function create(tenant: Tenant, person: PersonRecord | undefined, body: Fields): Outcome {
  const { tenantId, channelData } = body as { tenantId?: string; channelData?: { tenant?: { id?: string } } };
  const meant = tenantId ?? channelData?.tenant?.id;
  if (meant?.toLowerCase() !== tenant.identity.tenantId)
    return refusal(400, 'BadSyntax', 'Missing or wrong tenant.');
  if (body.isGroup === true) return refusal(400, 'BadSyntax', 'Only chats with one person.');
  if (person === undefined) return refusal(400, 'BadSyntax', 'Invalid user identity in provided tenant.');
  if (!person.installed)
    return refusal(
      403,
      'ForbiddenOperationException',
      "The bot is not installed in the user's personal scope.",
    );
  const id = tenant.chatOf(person.objectId);
  if (body.activity === undefined || body.activity === null) return { status: 201, body: { id } };
  const refused = chatRefusal(tenant, id) ?? contentRefusal(body.activity as Fields);
  if (refused) return refused;
  return { status: 201, body: { id, activityId: tenant.post(id, body.activity as Fields, null).id } };
}

function post(tenant: Tenant, conversation: string, activity: Fields, replyTo: string | null): Outcome {
  if (activity.type === 'typing') return { status: 201, body: { id: tenant.ids.event() } };
  const refused = contentRefusal(activity);
  if (refused) return refused;
  const answered = replyTo ?? (typeof activity.replyToId === 'string' ? activity.replyToId : null);
  return { status: 201, body: { id: tenant.post(conversation, activity, answered).id } };
}

function update(tenant: Tenant, conversation: string, id: string, activity: Fields): Outcome {
  const message = tenant.messageAt(conversation, id);
  if (!message) return noSuchActivity();
  const refused = contentRefusal(activity);
  if (refused) return refused;
  return { status: 200, body: { id: tenant.change(message, activity).id } };
}

function remove(tenant: Tenant, conversation: string, id: string): Outcome {
  const message: Message | undefined = tenant.messageAt(conversation, id);
  if (!message) return noSuchActivity();
  tenant.remove(message);
  return { status: 200, body: '' };
}

function noSuchActivity(): Outcome {
  return refusal(
    404,
    'ActivityNotFoundInConversation',
    'The message could not be found in the conversation.',
  );
}

/** What Teams would refuse in a message. */
function contentRefusal(activity: Fields): Outcome | undefined {
  const { type, text, summary, attachments = [] } = activity;
  if (type !== 'message') return refusal(400, 'BadSyntax', `Unknown activity type ${String(type)}.`);
  if (Buffer.byteLength(JSON.stringify(activity)) > MAX_BYTES)
    return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  if (!Array.isArray(attachments)) return refusal(400, 'BadSyntax', 'Attachments must be a list.');
  const hasText = typeof text === 'string' && text.trim() !== '';
  if (!hasText && attachments.length === 0) return refusal(400, 'BadSyntax', 'Activity must have content.');
  const problems = (attachments as { contentType?: unknown; content?: unknown }[]).flatMap((attachment) =>
    attachment.contentType === cardContentType
      ? problemsOfCard(attachment.content)
      : [`unknown attachment ${String(attachment.contentType)}`],
  );
  // Teams itself says "Sent a card" here. The stand-in refuses: a notification has to say something.
  const hasSummary = typeof summary === 'string' && summary.trim() !== '';
  if (!hasText && !hasSummary) problems.push('a message with a card needs a summary for notifications');
  return problems.length > 0 ? refusal(400, 'BadSyntax', problems.join('; ')) : undefined;
}

function memberObject(tenant: Tenant, { objectId, name, role }: PersonRecord): Fields {
  const [givenName = '', ...surname] = name.split(' ');
  const address = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@hospital.example`;
  return {
    ...{ id: tenant.userIdOf(objectId), name, objectId, aadObjectId: objectId, givenName },
    ...{ surname: surname.join(' '), email: address, userPrincipalName: address },
    ...{ tenantId: tenant.identity.tenantId, userRole: role },
  };
}

function peopleIn(tenant: Tenant, conversation: string): PersonRecord[] {
  const owner = tenant.ownerOf(conversation);
  return owner ? [owner] : [...tenant.people.values()];
}

function members(tenant: Tenant, conversation: string): Outcome {
  return { status: 200, body: peopleIn(tenant, conversation).map((one) => memberObject(tenant, one)) };
}

function page(tenant: Tenant, conversation: string): Outcome {
  const { body } = members(tenant, conversation);
  return { status: 200, body: { members: body } };
}

function member(tenant: Tenant, conversation: string, id: string): Outcome {
  const found = tenant.findPerson(id);
  if (found && peopleIn(tenant, conversation).includes(found))
    return { status: 200, body: memberObject(tenant, found) };
  return refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
}
