import { createHash } from 'node:crypto';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { toMessageRef } from './address.ts';
import { toProfile } from './profile.ts';
import { unescaped } from './text.ts';

/** A payload of Slack as an event in Buddy's words; null for all that Buddy does not listen to. */
export function toInbound(body: Json): InboundEvent | null {
  if (body.type === 'event_callback') return fromEvent(body);
  if (typeof body.command === 'string') return fromCommand(body);
  if (body.type === 'block_actions') return fromPress(body);
  if (body.type === 'view_submission') return fromSubmission(body);
  return null;
}

function fromEvent(body: Json): InboundEvent | null {
  const event = object(body.event);
  const id = `slack:${string(body.event_id) || digest(body)}`;
  if (event.type === 'app_home_opened') {
    const from = person(body, string(event.user));
    return event.tab === 'home' && from !== null ? { type: 'home', id, from } : null;
  }
  if (event.type === 'user_change') {
    const user = object(event.user);
    const from = person(body, string(user.id));
    const profile = toProfile(user);
    return from === null || profile.kind === 'bot' ? null : { type: 'profile', id, from, profile };
  }
  return null;
}

const mention = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** An e-mail address, which Slack makes a link of. */
const mail = /<mailto:([^|>]+)(?:\|[^>]*)?>/g;

function fromCommand(body: Json): InboundEvent | null {
  const from = person(body, string(body.user_id));
  if (from === null) return null;
  const typed = string(body.text);
  const people = [...typed.matchAll(mention)].map(([, id = '']) => ({ ...from, id }));
  const text = unescaped(
    typed.replaceAll(mention, ' ').replaceAll(mail, '$1').replaceAll(/\s+/g, ' ').trim(),
  );
  return { type: 'command', id: triggered(body), from, text, people };
}

function fromPress(body: Json): InboundEvent | null {
  const action = object(list(body.actions)[0]);
  const actionId = string(action.action_id);
  const from = person(body, string(object(body.user).id));
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
  return toMessageRef({ channel: string(channel_id), ts: string(message_ts) });
}

function fromSubmission(body: Json): InboundEvent | null {
  const from = person(body, string(object(body.user).id));
  const view = object(body.view);
  if (from === null) return null;
  const values = object(object(view.state).values);
  const answers = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, answer(value, from)]),
  );
  return { type: 'submit', id: triggered(body), from, form: string(view.callback_id), answers };
}

/** A field's content, whatever kind of element it is: https://docs.slack.dev/reference/views/view-objects */
function answer(elements: unknown, from: PersonRef): Answers[string] {
  const state = object(Object.values(object(elements))[0]);
  if (typeof state.selected_user === 'string') return { ...from, id: state.selected_user };
  const { value, selected_option, selected_time, selected_date } = state;
  const entered =
    [value, object(selected_option).value, selected_time, selected_date].map(string).find(Boolean) ?? '';
  return entered.trim() || undefined;
}

function person(body: Json, id: string): PersonRef | null {
  const teams = [
    body.team_id,
    object(body.team).id,
    object(body.user).team_id,
    object(body.view).app_installed_team_id,
  ];
  const workspace = teams.map(string).find(Boolean);
  return id === '' || workspace === undefined ? null : { platform: 'slack', workspace, id };
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
