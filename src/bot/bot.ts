import type { ChatAdapter } from '../chat/adapter.ts';
import type { Effect } from '../chat/effect.ts';
import type { InboundEvent } from '../chat/event.ts';
import type { Platform } from '../chat/person.ts';
import { reply } from '../chat/say.ts';
import { spokenIn } from '../chat/spoken-in.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Content } from '../content/content.ts';
import type { Database, Executor } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { wordsFor } from '../features/help/words.ts';
import { findPairs, lockWithBuddies } from '../features/pairing/store.ts';
import { isFirstTime } from '../inbox/store.ts';
import { readActor } from '../people/actor.ts';
import { cleanedEvent } from '../people/cleaned.ts';
import { rememberContact } from '../people/contacts/remember.ts';

import { readerAt } from '../people/readers.ts';
import type { Roles } from '../people/roles/roles.ts';
import type { Seals } from '../sealing/seals.ts';
import { type Clock, uptime } from '../system/clock.ts';
import { inRequest, type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import { withColleague } from './colleague.ts';
import { inTime, isUndecided } from './in-time.ts';
import type { Intent } from './intent.ts';
import { toIntent } from './intents.ts';
import { lookUpPeople } from './look-up.ts';
import { follow, isFor, onlyReads } from './route.ts';
import { routes } from './routes.ts';
import type { CallOff, Redraw, Turn, WhyNotDelivered } from './turn.ts';

export interface BotParts {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'lookUp'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** As it stands: what administrators set from chat counts at once. */
  readonly hospital: () => Promise<Hospital>;
  /** In what language and time zone an apology is said when nobody can be asked. */
  readonly fallback: Pick<Hospital, 'timeZone' | 'language'>;
  readonly roles: Roles;
  readonly content: Content;
  readonly seals: Seals;
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  readonly whyNotDelivered: WhyNotDelivered;
  /** Called after every commit: something may be waiting in the outbox. */
  readonly committed: () => void;
}

/** Answers one event: intent, look-ups, then one transaction for everything it changes. Never throws. */
export function createBot(parts: BotParts): (event: InboundEvent) => Promise<readonly Effect[]> {
  const answerOne = async (came: InboundEvent): Promise<readonly Effect[]> => {
    const event = cleanedEvent(came);
    const startedAt = uptime.now();
    const tookMs = (): number => uptime.now() - startedAt;
    const intent = toIntent(event);
    const { platform } = event.from;
    const kind = onlyReads(routes[intent.name], intent) ? 'read' : 'write';
    const fields = { platform, event: loggedEvent(event), class: kind } as const;
    try {
      const effects = await inTime(answer(parts, event, intent), (error) =>
        parts.log.error('could not answer, and took long', { ...fields, error: loggedError(error) }),
      );
      parts.metrics.answered(platform, kind, 'answered', tookMs());
      parts.log.info('answered', { ...fields, ms: Math.round(tookMs()) });
      return effects;
    } catch (error) {
      parts.metrics.answered(platform, kind, 'fault', tookMs());
      parts.log.error('could not answer', { ...fields, error: loggedError(error) });
      const words = wordsFor(readerAt(event.from, [], parts.fallback));
      return [reply(isUndecided(error) ? words.undecided : words.bug)];
    }
  };
  return (event) => inRequest(() => answerOne(event));
}

/** How it came. Who gets the app or removes it has a reason, so that's told as no more than something of the platform's. */
function loggedEvent({ type }: InboundEvent): string {
  return type === 'installed' || type === 'uninstalled' || type === 'profile' ? 'account' : type;
}

async function answer(parts: BotParts, event: InboundEvent, wanted: Intent): Promise<readonly Effect[]> {
  const { db, content, seals } = parts;
  const hospital = await parts.hospital();
  const now = parts.clock.now();
  if (event.contact !== undefined) await rememberContact(db, event, event.contact, now);
  const intent = await withColleague(db, event.from, wanted);
  const route = routes[intent.name];
  const found = await lookUpPeople({ ...parts, hospital }, event, intent, route);
  if (found === 'unavailable') {
    return [reply(wordsFor(readerAt(event.from, [], hospital)).platformAway)];
  }
  const { colleague, colleagues } = found;
  const message = event.type === 'press' ? event.message : null;
  const { redraw, callOff, whyNotDelivered } = parts;
  const ports = { redraw, callOff, whyNotDelivered };
  const known = { now, colleague, colleagues, message, hospital, content, seals, ...ports };
  const turnIn = async (executor: Executor): Promise<Turn> => {
    const actor = await readActor(
      { ...parts, hospital, db: executor },
      event.from,
      found.newcomer,
      found.language,
    );
    const pairs = actor.member === null ? [] : await findPairs(executor, actor.member.id);
    return { ...known, db: executor, actor, pairs };
  };

  const followed = async (turn: Turn): Promise<readonly Effect[]> => {
    const effects = await follow(route, turn, intent);
    return effects.map((effect) => spokenIn(effect, turn.actor.reader.language));
  };

  if (onlyReads(route, intent)) return followed(await turnIn(db));

  const effects = await transact(db, async (transaction) => {
    const leavesTrace = route.leavesNoTrace !== true;
    if (leavesTrace) await lockWithBuddies(transaction, event.from);
    const turn = await turnIn(transaction);
    if (found.isMember && turn.actor.member === null) return 'erased';
    const isNew = !leavesTrace || !isFor(route, turn) || (await isFirstTime(transaction, event.id, now));
    if (!isNew) return [];
    return followed(turn);
  });
  // They've erased themselves since they were found: they're looked up like anyone new.
  if (effects === 'erased') return answer(parts, event, wanted);
  parts.committed();
  return effects;
}
