import { type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { PersonRef } from '../../chat/person.ts';
import type { BankSet } from '../../content/bank.ts';
import type { Executor } from '../../db/schema.ts';
import { findMember, hasRhythm } from '../../people/members/store.ts';
import { type Forecast, forecastMany } from './dry-run.ts';
import { findOutcome, type Outcome } from './store.ts';

/** What became of someone's Monday, or what will. */
export type Why =
  | { readonly outcome: 'no member' }
  | { readonly outcome: Outcome | 'pending' | Forecast; readonly week: IsoWeek };

/** The week that `at` (epoch milliseconds) lies in where they live; where they aren't due in it, their next. Writes nothing. */
export async function whyNothing(
  db: Executor,
  bank: readonly BankSet[],
  person: PersonRef,
  at: number,
): Promise<Why> {
  const member = await findMember(db, person);
  if (member === null || !hasRhythm(member)) return { outcome: 'no member' };
  const week = weekOf(at, member.timeZone);
  const outcome = await findOutcome(db, member.id, week);
  if (outcome !== null) return { outcome, week };
  const [forecast = 'not due'] = await forecastMany(db, bank, [member], at);
  return { outcome: forecast, week: forecast === 'not due' ? member.rhythm.nextWeek : week };
}
