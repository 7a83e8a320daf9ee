import type { ChatAdapter, LookUp } from './chat/adapter.ts';
import type { Effect } from './chat/effect.ts';
import type { InboundEvent } from './chat/event.ts';
import type { PersonRef, Platform, Profile } from './chat/person.ts';
import type { Content } from './content/content.ts';
import type { Database } from './db/schema.ts';
import { transact } from './db/transact.ts';
import { words } from './features/help/words.en.ts';
import { findMember } from './features/members/store.ts';
import { holdWithBuddies } from './features/pairing/store.ts';
import { isFirstTime } from './inbox/store.ts';
import { type Intent, toIntent } from './intents.ts';
import { type Route, routes } from './routes.ts';
import type { Clock } from './system/clock.ts';
import { newRequestId } from './system/ids.ts';
import { type Log, loggedError } from './system/logger.ts';
import type { CallOff, Redraw, Settings, Turn } from './turn.ts';

export interface BotParts {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'lookUp'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  readonly content: Content;
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  /** Called after every commit: something may be waiting in the outbox. */
  readonly committed: () => void;
}

/** Answers one event: intent, look-ups, then one transaction for everything it changes. Never throws. */
export function createBot(parts: BotParts): (event: InboundEvent) => Promise<readonly Effect[]> {
  return async (event) => {
    const startedAt = parts.clock.now();
    const intent = toIntent(event);
    const fields = {
      request: newRequestId(),
      platform: event.from.platform,
      event: event.type,
      intent: intent.name,
    };
    try {
      const effects = await answer(parts, event, intent);
      parts.log.info('answered', { ...fields, ms: parts.clock.now() - startedAt });
      return effects;
    } catch (error) {
      parts.log.error('could not answer', { ...fields, error: loggedError(error) });
      return [reply(words.bug)];
    }
  };
}

async function answer(parts: BotParts, event: InboundEvent, intent: Intent): Promise<readonly Effect[]> {
  const route = routes[intent.name];
  const isMember = (await findMember(parts.db, event.from)) !== null;
  const known = await lookUpPeople(parts, event.from, intent, route.looksUpSender === true && !isMember);
  if (known === 'unavailable') return [reply(words.platformAway)];

  const turn: Omit<Turn, 'db'> = {
    now: parts.clock.now(),
    from: event.from,
    ...known,
    message: event.type === 'press' ? event.message : null,
    settings: parts.settings,
    content: parts.content,
    redraw: parts.redraw,
    callOff: parts.callOff,
  };
  if (onlyReads(route, intent, isMember)) return route.handle({ ...turn, db: parts.db }, intent);

  const effects = await transact(parts.db, async (db) => {
    if (!(await isFirstTime(db, event.id, turn.now))) return [];
    await holdWithBuddies(db, event.from);
    return route.handle({ ...turn, db }, intent);
  });
  parts.committed();
  return effects;
}

function onlyReads(route: Route, intent: Intent, isMember: boolean): boolean {
  if (route.forMembers && !isMember) return true;
  return typeof route.reads === 'function' ? route.reads(intent) : route.reads === true;
}

/** What the handler must know of people, asked before its transaction: none is open while a platform is awaited. */
async function lookUpPeople(
  parts: BotParts,
  from: PersonRef,
  intent: Intent,
  isNew: boolean,
): Promise<{ sender: Profile | null; colleague: Profile | null } | 'unavailable'> {
  const lookUp = async (person: PersonRef): Promise<LookUp> =>
    (await parts.adapters.get(person.platform)?.lookUp(person)) ?? { unknown: true };
  const [sender, colleague] = await Promise.all([
    isNew ? lookUp(from) : null,
    intent.person === null ? null : lookUp(intent.person),
  ]);
  if (isUnavailable(sender) || isUnavailable(colleague)) return 'unavailable';
  return { sender: profileOf(sender), colleague: profileOf(colleague) };
}

function isUnavailable(lookUp: LookUp | null): boolean {
  return lookUp !== null && 'unavailable' in lookUp;
}

function profileOf(lookUp: LookUp | null): Profile | null {
  return lookUp === null || !('name' in lookUp) ? null : lookUp;
}

function reply(text: string): Effect {
  return { type: 'reply', card: { elements: [{ type: 'text', words: text }] } };
}
