import type { BankSet } from '../../content/bank.ts';
import type { Executor } from '../../db/schema.ts';
import { membersByPage } from '../../people/members/due-store.ts';
import type { MemberWithRhythm } from '../../people/members/store.ts';
import { findPairsOfMany } from '../pairing/many-store.ts';
import type { Pair } from '../pairing/store.ts';
import { questionsFor } from '../questions/store.ts';
import { dueWeeks, mondaysOf, reasonForNone } from './rules.ts';

/** What would happen to a member, in words for an operator. */
export type Forecast = 'due' | 'paused' | 'unpaired' | 'missed' | 'no nudge this week' | 'not due';

/** What each member would get at `at` (epoch milliseconds). Writes nothing. */
export async function* forecastAll(
  db: Executor,
  bank: readonly BankSet[],
  at: number,
): AsyncGenerator<Forecast> {
  for await (const members of membersByPage(db)) yield* await forecastMany(db, bank, members, at);
}

/** In the order of the members. */
export async function forecastMany(
  db: Executor,
  bank: readonly BankSet[],
  members: readonly MemberWithRhythm[],
  at: number,
): Promise<readonly Forecast[]> {
  const pairsOf = await findPairsOfMany(db, members);
  const forecasts: Forecast[] = [];
  for (const member of members)
    forecasts.push(await forecastOne(db, bank, member, pairsOf.get(member.id) ?? [], at));
  return forecasts;
}

async function forecastOne(
  db: Executor,
  bank: readonly BankSet[],
  member: MemberWithRhythm,
  pairs: readonly Pair[],
  at: number,
): Promise<Forecast> {
  if (member.rhythm.nextNudgeAt > at) return 'not due';
  const { send, missed } = dueWeeks(mondaysOf(member), at);
  const week = send ?? missed.at(-1);
  if (week === undefined) return 'not due';
  if ((await questionsFor(db, bank, week)).source === 'none') return 'no nudge this week';
  return reasonForNone(member, pairs, week) ?? (send === null ? 'missed' : 'due');
}
