import { millisecondsInDay } from '../../calendar/spans.ts';

/** Offers a year that someone says yes to who hasn't said otherwise. */
export const usualMost = 4;

/** What the program asks of anyone at most, whatever they'd take on. */
export const ceiling = 5;

/** Years are counted in UTC: nobody minds some hours at New Year. */
export function yearOf(now: number): number {
  return new Date(now).getUTCFullYear();
}

export const allHours = ['days', 'nights'] as const;

/** What of a card can be shown to everyone, in the order in which it is. The name always is. */
export const parts = [
  'profession',
  'specialty',
  'rank',
  'unit',
  'kinds',
  'languages',
  'hours',
  'contact',
] as const;

export type Part = (typeof parts)[number];

/** An invitation to be a supporter waits for a month. */
export const invitedForMs = 30 * millisecondsInDay;

/** What says whether someone can be asked. Days are `YYYY-MM-DD`, of the hospital's zone, and sort as text. */
interface Availability {
  readonly awayFrom: string | null;
  readonly awayUntil: string | null;
  readonly trainedOn: string | null;
}

/** With both days null they're here; with one of them, away since ever, or until they say otherwise. */
export function isAway(
  { awayFrom, awayUntil }: Pick<Availability, 'awayFrom' | 'awayUntil'>,
  today: string,
): boolean {
  if (awayFrom === null && awayUntil === null) return false;
  return (awayFrom === null || awayFrom <= today) && (awayUntil === null || today <= awayUntil);
}

/** Whether they can be asked today: trained, and not away. */
export function canBeAsked(supporter: Availability, today: string): boolean {
  return supporter.trainedOn !== null && !isAway(supporter, today);
}

const refresherAfterYears = 2;

/** The day on which a training of `trainedOn` is due again. */
export function refresherOn(trainedOn: string): string {
  return `${Number(trainedOn.slice(0, 4)) + refresherAfterYears}${trainedOn.slice(4)}`;
}
