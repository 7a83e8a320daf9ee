import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

/**
 * The line (from 1) of what stands at `path` in a YAML text: keys and places in lists, from the outside in. Of a key that
 * isn't there, the line of the mapping that lacks it.
 */
export function lineAt(source: string, path: readonly unknown[]): number {
  const events = parseEvents(source, {});
  let node = events.findIndex(({ type }) => type !== EVENT_ID.DOCUMENT);
  for (const key of path) {
    const inner = child(source, events, node, key);
    if (inner === null) break;
    node = inner;
  }
  return source.slice(0, startOf(events[node])).split('\n').length;
}

/** The event with which the value of `key` in the collection at `parent` begins. */
function child(source: string, events: readonly Event[], parent: number, key: unknown): number | null {
  const kind = events[parent]?.type;
  let node = parent + 1;
  for (let place = 0; events[node] !== undefined && events[node]?.type !== EVENT_ID.POP; place += 1) {
    if (kind === EVENT_ID.SEQUENCE) {
      if (place === key) return node;
    } else if (kind === EVENT_ID.MAPPING) {
      const name = events[node];
      node = after(events, node);
      if (name?.type === EVENT_ID.SCALAR && getScalarValue(source, name) === key) return node;
    } else return null;
    node = after(events, node);
  }
  return null;
}

/** The event behind the whole node that begins at `node`. */
function after(events: readonly Event[], node: number): number {
  let depth = 0;
  let next = node;
  do {
    const type = events[next]?.type;
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth += 1;
    if (type === EVENT_ID.POP) depth -= 1;
    next += 1;
  } while (depth > 0 && next < events.length);
  return next;
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  return event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING ? event.start : 0;
}
