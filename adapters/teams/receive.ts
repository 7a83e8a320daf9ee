import { createHash } from 'node:crypto';
import type { InboundEvent } from '../../src/chat/event.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { isOfDelivered, readAction, readTask } from './action-data.ts';
import { toMessageRef } from './address.ts';
import { contactOf, isFromBot, isPersonal, isWritten, senderOf } from './sender.ts';
import { isWordless, readTyped } from './typed.ts';

/** The invoke of a pressed Action.Execute: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
const pressed = 'adaptiveCard/action';

/** What asks for a dialog, and what is pressed or sent in one. */
const tasks: ReadonlyMap<unknown, 'fetch' | 'submit'> = new Map([
  ['task/fetch', 'fetch'],
  ['task/submit', 'submit'],
]);

/** What an activity asks for. */
export type Reading =
  | { readonly kind: 'event'; readonly event: InboundEvent }
  /** Said to Buddy where others read along: it only points to the personal chat. `id` as in an event. */
  | { readonly kind: 'elsewhere'; readonly id: string }
  /** Nothing that Buddy listens to. */
  | { readonly kind: 'nothing' };

const nothing: Reading = { kind: 'nothing' };

/** An activity of Teams as an event in Buddy's words. Takes whatever comes, and never throws. */
export function read(activity: Json): Reading {
  if (isFromBot(activity)) return nothing;
  const isSaid = activity.type === 'message' || isPress(activity) || isTask(activity);
  if (!isPersonal(activity)) return isSaid ? { kind: 'elsewhere', id: nameOf(activity) } : nothing;
  const event = toInbound(activity);
  return event === null ? nothing : { kind: 'event', event };
}

function isPress({ type, name }: Json): boolean {
  return type === 'invoke' && name === pressed;
}

/** Whether it's answered with a dialog. */
export function isTask({ type, name }: Json): boolean {
  return type === 'invoke' && tasks.has(name);
}

function toInbound(activity: Json): InboundEvent | null {
  if (activity.type === 'message') return fromMessage(activity);
  if (isPress(activity)) return fromPress(activity);
  if (isTask(activity)) return fromTask(activity);
  if (isInstallation(activity, ['add', 'add-upgrade'], 'membersAdded'))
    return { type: 'installed', ...about(activity, 'here') };
  // `remove-upgrade` is none: the new version of the app comes at once.
  if (isInstallation(activity, ['remove'], 'membersRemoved'))
    return { type: 'uninstalled', ...about(activity, 'removed') };
  return null;
}

function fromMessage(activity: Json): InboundEvent {
  const common = about(activity, 'here');
  if (isWordless(activity)) return { type: 'words', ...common };
  return { type: 'command', ...common, ...readTyped(activity, common.from) };
}

function fromPress(activity: Json): InboundEvent {
  const common = about(activity, 'here');
  const action = object(object(activity.value).action);
  const acted = readAction(action.verb, action.data, common.from.workspace);
  return acted.type === 'submit'
    ? { ...acted, ...common }
    : { ...acted, ...common, message: isOfDelivered(action.data) ? pressedMessage(activity) : null };
}

/** Whatever a dialog shows, the message that it was opened from stays as it is: it isn't the one that's pressed. */
function fromTask(activity: Json): InboundEvent | null {
  const common = about(activity, 'here');
  const { data } = object(activity.value);
  if (data === undefined) return null;
  const acted = readTask(tasks.get(activity.name) ?? 'fetch', data, common.from.workspace);
  return acted.type === 'submit' ? { ...acted, ...common } : { ...acted, ...common, message: null };
}

function pressedMessage({ conversation, replyToId }: Json) {
  const id = string(replyToId);
  return !isWritten(id)
    ? null
    : toMessageRef({ conversation: string(object(conversation).id), activity: id });
}

/**
 * Teams tells the same by two kinds of events, of which some clients send one, some the other, and most both.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
function isInstallation(
  activity: Json,
  actions: readonly string[],
  members: 'membersAdded' | 'membersRemoved',
): boolean {
  if (activity.type === 'installationUpdate') return actions.includes(string(activity.action));
  if (activity.type !== 'conversationUpdate') return false;
  const bot = string(object(activity.recipient).id);
  return bot !== '' && list(activity[members]).some((member) => object(member).id === bot);
}

function about(activity: Json, state: 'here' | 'removed') {
  return { id: nameOf(activity), from: senderOf(activity), contact: contactOf(activity, state) };
}

/** The same activity has the same name when it is delivered again. Hashed, because its parts tell of a person. */
function nameOf(activity: Json): string {
  const { type, name, id, conversation, from, value, action } = activity;
  const parts =
    string(id) === '' ? activity : [type, name, id, object(conversation).id, object(from).id, value, action];
  return `teams:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
