import type { IsoWeek } from '../calendar/iso-week.ts';
import type { BankSet } from '../content/bank.ts';
import { bankSetFor } from '../features/questions/bank-set.ts';

/** Whether someone who meets Buddy in this week meets it with something easy. */
export function isLightWeek(bank: readonly BankSet[], week: IsoWeek): boolean {
  return bankSetFor(bank, week, week).weight === 'light';
}
