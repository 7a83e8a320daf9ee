import type { Turn } from '../../bot/turn.ts';
import { earliestOpenWeek, type Planning } from './rules.ts';
import { findFrozenWeeks } from './store.ts';

/** What the weeks look like to someone who plans now. */
export async function readPlanning({ db, now }: Pick<Turn, 'db' | 'now'>): Promise<Planning> {
  return { now, frozen: await findFrozenWeeks(db, earliestOpenWeek(now)) };
}
