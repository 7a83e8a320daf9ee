import type { ChatAdapter } from '../chat/adapter.ts';
import type { Effect } from '../chat/effect.ts';
import type { InboundEvent } from '../chat/event.ts';
import type { PersonRef, Platform } from '../chat/person.ts';
import type { Content } from '../content/content.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { words } from '../features/help/words.en.ts';
import { holdWithBuddies } from '../features/pairing/store.ts';
import { isFirstTime } from '../inbox/store.ts';
import { rememberContact } from '../people/contacts/remember.ts';
import { findNamesakes } from '../people/contacts/store.ts';
import { findColleague, findSender } from '../people/find-people.ts';
import { accountsOf } from '../people/members/account-store.ts';
import { findMember } from '../people/members/store.ts';
import { findNamed } from '../people/named.ts';
import { type Clock, uptime } from '../system/clock.ts';
import { inRequest, type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import { inTime, isUndecided } from './in-time.ts';
import { type Intent, isByButton, isByName, toIntent } from './intents.ts';
import { type Route, routes } from './routes.ts';
import type { CallOff, Redraw, Settings, Turn } from './turn.ts';

export interface BotParts {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'lookUp'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: Settings;
  readonly content: Content;
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  /** Called after every commit: something may be waiting in the outbox. */
  readonly committed: () => void;
}

/** Answers one event: intent, look-ups, then one transaction for everything it changes. Never throws. */
export function createBot(parts: BotParts): (event: InboundEvent) => Promise<readonly Effect[]> {
  const answerOne = async (event: InboundEvent): Promise<readonly Effect[]> => {
    const startedAt = uptime.now();
    const tookMs = (): number => uptime.now() - startedAt;
    const intent = toIntent(event);
    const fields = {
      platform: event.from.platform,
      event: event.type,
      intent: intent.name,
    };
    try {
      const effects = await inTime(answer(parts, event, intent), (error) =>
        parts.log.error('could not answer, and took long', { ...fields, error: loggedError(error) }),
      );
      parts.metrics.answered(event.from.platform, intent.name, 'answered', tookMs());
      parts.log.info('answered', { ...fields, ms: Math.round(tookMs()) });
      return effects;
    } catch (error) {
      parts.metrics.answered(event.from.platform, intent.name, 'fault', tookMs());
      parts.log.error('could not answer', { ...fields, error: loggedError(error) });
      return [reply(isUndecided(error) ? words.undecided : words.bug)];
    }
  };
  return (event) => inRequest(() => answerOne(event));
}

async function answer(parts: BotParts, event: InboundEvent, wanted: Intent): Promise<readonly Effect[]> {
  const now = parts.clock.now();
  if (event.contact !== undefined) await rememberContact(parts.db, event, event.contact, now);
  const intent = await withChosenAccount(parts.db, await withColleague(parts.db, event.from, wanted));
  const route = routes[intent.name];
  const isMember = asksForMember(route) && (await findMember(parts.db, event.from)) !== null;
  const known = await findPeople(parts, event.from, intent, route.looksUpSender === true && !isMember);
  if (known === 'unavailable') return [reply(words.platformAway)];

  const turn: Omit<Turn, 'db'> = {
    now,
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
    await holdWithBuddies(db, event.from);
    if (isMember && route.looksUpSender && (await findMember(db, event.from)) === null) return 'erased';
    if (!(await isFirstTime(db, event.id, turn.now))) return [];
    return route.handle({ ...turn, db }, intent);
  });
  // They have erased themselves since they were found: they are looked up as anybody new.
  if (effects === 'erased') return answer(parts, event, wanted);
  parts.committed();
  return effects;
}

/** A colleague who was named instead of picked: by a button, or in words, when there is exactly one of that name. */
async function withColleague(db: Database, from: PersonRef, intent: Intent): Promise<Intent> {
  if (isByButton(intent)) return { ...intent, person: await findNamed(db, from, intent.about) };
  if (!isByName(intent)) return intent;
  const [only, ...others] = await findNamesakes(db, from, intent.about);
  return only === undefined || others.length > 0 ? intent : { ...intent, person: only.person };
}

/** A colleague with two accounts is asked with the one that they have chosen for messages. */
async function withChosenAccount(db: Database, intent: Intent): Promise<Intent> {
  if (intent.person === null) return intent;
  const [person = intent.person] = await accountsOf(db, intent.person);
  return { ...intent, person };
}

/** Many routes are the same for everybody: nothing is read for them in vain. */
function asksForMember({ looksUpSender, forMembers }: Route): boolean {
  return looksUpSender === true || forMembers === true;
}

function onlyReads(route: Route, intent: Intent, isMember: boolean): boolean {
  if (route.forMembers && !isMember) return true;
  return typeof route.reads === 'function' ? route.reads(intent) : route.reads === true;
}

/** What the handler must know of people, asked before its transaction: none is open while a platform is awaited. */
async function findPeople(
  parts: BotParts,
  from: PersonRef,
  { person }: Intent,
  isNew: boolean,
): Promise<Pick<Turn, 'sender' | 'colleague'> | 'unavailable'> {
  const { guestsWelcome } = parts.settings;
  const [sender, colleague] = await Promise.all([
    isNew ? findSender(parts, from, guestsWelcome) : null,
    person === null ? null : findColleague(parts, person, guestsWelcome),
  ]);
  return sender === 'unavailable' || colleague === 'unavailable' ? 'unavailable' : { sender, colleague };
}

function reply(text: string): Effect {
  return { type: 'reply', card: { elements: [{ type: 'text', words: text }] } };
}
