import { parse } from 'node:querystring';
import { type Json, list, object } from '../shared/json.ts';

/** The content type of commands and interactions; events are JSON. */
const form = 'application/x-www-form-urlencoded';

/** What a request's body says; null for one that is broken. */
export function readPayload(text: string, contentType: string): Json | null {
  try {
    if (!contentType.startsWith(form)) return object(JSON.parse(text));
    const fields = parse(text);
    return typeof fields.payload === 'string' ? object(JSON.parse(fields.payload)) : fields;
  } catch {
    return null;
  }
}

const interactions: ReadonlySet<unknown> = new Set([
  ...['block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action', 'block_suggestion'],
]);

/** The status that answers a payload of which nobody can make anything; null where Bolt can. */
export function refusalOf(payload: Json): 200 | 400 | null {
  const { type, command, event, user, actions } = payload;
  if (type === undefined) return typeof command === 'string' ? null : 400;
  if (type === 'event_callback') return typeof object(event).type === 'string' ? null : 400;
  // Slack adds kinds of payloads without asking: what nobody here listens to is taken note of, and that is all.
  if (!interactions.has(type)) return typeof type === 'string' ? 200 : 400;
  if (typeof object(user).id !== 'string') return 400;
  return type === 'block_actions' && Object.keys(object(list(actions)[0])).length === 0 ? 400 : null;
}
