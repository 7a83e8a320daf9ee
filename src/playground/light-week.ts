import type { IsoWeek } from '../calendar/iso-week.ts';
import type { BankSet } from '../content/content.ts';
import { bankSetFor } from '../features/questions/rules.ts';

/** Sets of the bank in which both questions are easy, also between two who hardly know each other. */
const lightSets: ReadonlySet<string> = new Set([
  'a-week-away',
  'badge-photo',
  'best-ten-minutes',
  'best-thing-eaten',
  'better-than-feared',
  'chore-you-hate-least',
  'coffee-tea-or-whatever',
  'done-well-unseen',
  'explaining-your-job',
  'first-ten-minutes',
  'full-volume',
  'good-company',
  'how-the-week-began',
  'in-your-care-at-home',
  'kindness-from-a-stranger',
  'laughed-at-work',
  'looks-easy',
  'lost-track-of-time',
  'loved-at-sixteen',
  'made-or-mended',
  'next-thing-to-look-forward-to',
  'no-drama',
  'not-in-the-job-description',
  'on-the-fridge',
  'only-because-you-like-it',
  'outdoors',
  'passed-on',
  'said-every-day',
  'slowed-down-anyway',
  'small-annoyance',
  'small-luck',
  'telling-a-good-day',
  'ten-spare-minutes',
  'the-way-in',
  'very-first-day',
  'what-your-hands-do',
  'would-miss-it',
]);

/** Whether whoever meets Buddy in this week meets it with something easy. */
export function isLightWeek(bank: readonly BankSet[], week: IsoWeek): boolean {
  return lightSets.has(bankSetFor(bank, week).id);
}
