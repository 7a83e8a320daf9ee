import { createHash } from 'node:crypto';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Answer } from '../../src/chat/form.ts';
import { isId } from '../../src/chat/id.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { channelOf, placeOf, toMessageRef } from './address.ts';
import { toProfile } from './profile.ts';
import { unescaped } from './text.ts';

/**
 * A payload of Slack as an event in Buddy's words; null for all that Buddy does not listen to. `home` is the workspace that
 * the token is for, as far as it is known: everyone who comes in belongs there.
 */
export function toInbound(body: Json, home: string | undefined): InboundEvent | null {
  const from = personIn(body, home);
  if (body.type === 'event_callback') return fromEvent(body, from);
  if (typeof body.command === 'string') return fromCommand(body, from(string(body.user_id)));
  if (body.type === 'block_actions') return fromPress(body, from(string(object(body.user).id)));
  if (body.type === 'view_submission') return fromSubmission(body, from(string(object(body.user).id)));
  return null;
}

function fromEvent(body: Json, person: (id: string) => PersonRef | null): InboundEvent | null {
  const event = object(body.event);
  const id = `slack:${string(body.event_id) || digest(body)}`;
  if (event.type === 'app_home_opened') {
    const from = person(string(event.user));
    return event.tab === 'home' && from !== null ? { type: 'home', id, from } : null;
  }
  if (event.type === 'user_change') {
    const user = object(event.user);
    const from = person(string(user.id));
    const profile = toProfile(user);
    return from === null || profile.kind === 'bot' ? null : { type: 'profile', id, from, profile };
  }
  return null;
}

const mention = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** An email address, which Slack makes a link of. */
const mail = /<mailto:([^|>]+)(?:\|[^>]*)?>/g;

function fromCommand(body: Json, from: PersonRef | null): InboundEvent | null {
  if (from === null) return null;
  const typed = string(body.text);
  const people = [...typed.matchAll(mention)]
    .map(([, id = '']) => ({ ...from, id }))
    .filter(({ id }) => isId(id));
  const text = unescaped(
    typed.replaceAll(mention, ' ').replaceAll(mail, '$1').replaceAll(/\s+/g, ' ').trim(),
  );
  return { type: 'command', id: triggered(body), from, text, people };
}

function fromPress(body: Json, from: PersonRef | null): InboundEvent | null {
  const action = object(list(body.actions)[0]);
  const actionId = string(action.action_id);
  if (from === null || actionId === '') return null;
  const picked = string(object(action.selected_option).value);
  const button = picked === '' ? actionId : `${actionId.split(':')[0]}:${picked}`;
  // Hashed, because an action's id can name a person.
  const id = `${triggered(body)}:${digest(button).slice(0, 16)}`;
  return { type: 'press', id, from, button, message: pressedMessage(body) };
}

/** Only what `deliver` sent can be found again: private answers have no place of their own. */
function pressedMessage(body: Json) {
  const { type, is_ephemeral, channel_id, message_ts } = object(body.container);
  if (type !== 'message' || is_ephemeral !== false) return null;
  const ref = toMessageRef({ channel: string(channel_id), ts: string(message_ts) });
  return placeOf(ref) === null ? null : ref;
}

function fromSubmission(body: Json, from: PersonRef | null): InboundEvent | null {
  const view = object(body.view);
  if (from === null) return null;
  const answers = Object.fromEntries(
    Object.entries(object(object(view.state).values)).map(([field, value]) => {
      const block = list(view.blocks)
        .map(object)
        .find(({ block_id }) => block_id === field);
      return [field, answer(value, from, object(block))];
    }),
  );
  return { type: 'submit', id: triggered(body), from, form: string(view.callback_id), answers };
}

/** A field's content, whatever kind of element it is: https://docs.slack.dev/reference/views/view-objects */
function answer(elements: unknown, from: PersonRef, block: Json): Answer | undefined {
  const state = object(Object.values(object(elements))[0]);
  if (typeof state.selected_user === 'string')
    return isId(state.selected_user) ? { ...from, id: state.selected_user } : undefined;
  if (typeof state.selected_conversation === 'string')
    return channelOf(state.selected_conversation) ?? undefined;
  if (state.selected_users !== undefined) {
    const people = list(state.selected_users).map(string).filter(isId);
    return people.length === 0 ? undefined : people.map((id) => ({ ...from, id }));
  }
  if (state.selected_options !== undefined) return inOrder(state.selected_options, block) || undefined;
  const { value, selected_option, selected_time, selected_date } = state;
  const entered =
    [value, object(selected_option).value, selected_time, selected_date].map(string).find(Boolean) ?? '';
  return entered.trim() || undefined;
}

/** What was picked of a list, in the list's order: Slack tells it in the order in which it was picked. */
function inOrder(selected: unknown, block: Json): string {
  const picked = valuesOf(selected);
  const order = valuesOf(object(block.element).options);
  return picked.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)).join(',');
}

function valuesOf(options: unknown): string[] {
  return list(options).map((option) => string(object(option).value));
}

/**
 * Who has this id. In an Enterprise Grid, payloads of one person name different teams: where they pressed, where the app is
 * installed, where they are at home. The token's own is always the same; until it is known the payload's has to do.
 */
function personIn(body: Json, home: string | undefined): (id: string) => PersonRef | null {
  const teams = [
    home,
    body.team_id,
    object(body.team).id,
    object(body.user).team_id,
    object(body.view).app_installed_team_id,
  ];
  const workspace = teams.map(string).find(Boolean);
  return (id) =>
    workspace !== undefined && isId(workspace) && isId(id) ? { platform: 'slack', workspace, id } : null;
}

/** Slack sends the same trigger_id when it delivers again; where there is none, the same payload makes the same id. */
function triggered(body: Json): string {
  return `slack:${string(body.trigger_id) || digest(body)}`;
}

function digest(content: Json | string): string {
  return createHash('sha256')
    .update(typeof content === 'string' ? content : JSON.stringify(content))
    .digest('hex');
}
