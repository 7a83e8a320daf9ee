import { addWeeks, type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { longestDueOnEach } from '../../people/members/due-store.ts';
import { type Alike, arrivedAfter, countAlike } from '../nudges/delivery-store.ts';
import type { Hearing } from './hearing.ts';
import { type Cohort, type Facts, silentForMs } from './rules.ts';
import { type Alarm, matterOf } from './store.ts';

export type Watched = ReadonlyMap<Platform, Pick<ChatAdapter, 'credentials'>>;

/** How things stand on each platform; no platform is asked. */
export async function readFacts(
  db: Executor,
  { adapters, hearing, alarms }: { adapters: Watched; hearing: Hearing; alarms: readonly Alarm[] },
  now: number,
): Promise<ReadonlyMap<Platform, Facts>> {
  const facts = new Map<Platform, Facts>();
  if (adapters.size === 0) return facts;
  // Somewhere Monday has begun, or hasn't yet.
  const thisWeek = weekOf(now, 'UTC');
  const weeks = [1, 0, -1].map((count) => addWeeks(thisWeek, count));
  const mondays = await latestMondays(db, [...adapters.keys()], weeks);
  const unplanned = await longestDueOnEach(db, now);
  for (const [platform, adapter] of adapters) {
    const instant = await hearing.lastHeard(db, platform, now);
    const refused = alarms.find(({ matter }) => matter === matterOf('refused', platform));
    facts.set(platform, {
      credentials: adapter.credentials(),
      refusedAt: refused?.seenAt ?? null,
      monday: mondays.get(platform) ?? [],
      unplannedSince: unplanned.get(platform) ?? null,
      upSince: hearing.upSince(platform) ?? now,
      unanswered: now - instant < silentForMs ? null : await arrivedAfter(db, { platform, weeks, instant }),
    });
  }
  return facts;
}

/**
 * The latest Monday that anyone had on each platform. `weeks`: the newest first. This is looked at three times a minute, so a
 * week's messages are counted only for a platform that had none in a newer one.
 */
async function latestMondays(
  db: Executor,
  platforms: readonly Platform[],
  weeks: readonly IsoWeek[],
): Promise<ReadonlyMap<Platform, readonly Cohort[]>> {
  const found = new Map<Platform, readonly Cohort[]>();
  for (const week of weeks) {
    if (platforms.every((platform) => found.has(platform))) break;
    const byPlatform = Map.groupBy(await countAlike(db, week), ({ platform }) => platform);
    for (const [platform, alike] of byPlatform)
      if (!found.has(platform)) found.set(platform, cohortsOf(alike));
  }
  return found;
}

function cohortsOf(alike: readonly Alike[]): readonly Cohort[] {
  return [...Map.groupBy(alike, ({ at }) => at)].map(([at, same]) => {
    const cohort = { sent: 0, unreachable: 0, failed: 0, retried: 0, untried: 0 };
    for (const one of same) cohort[standingOf(one)] += one.messages;
    return { at, ...cohort };
  });
}

function standingOf({ status, attempts }: Alike): keyof Omit<Cohort, 'at'> {
  if (status === 'sent' || status === 'unreachable') return status;
  if (status === 'failed' || status === 'expired') return 'failed';
  return attempts === 0 ? 'untried' : 'retried';
}
