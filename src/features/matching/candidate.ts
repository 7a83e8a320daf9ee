import { addDays, type CalendarDay, instantAt, localDay, parseDay } from '../../calendar/local-time.ts';
import { eventKinds } from '../../content/event-kinds.ts';
import { weekdays } from '../../content/shapes.ts';
import { fingerprint } from '../../system/ids.ts';
import { yearOf } from '../supporters/rules.ts';
import type { Supporter } from '../supporters/store.ts';
import type { Candidate } from './rules.ts';

export interface AsCandidate {
  /** How many they look after now. */
  readonly openOffers: number;
  /** The hospital's, in which their days are. */
  readonly timeZone: string;
  readonly now: number;
  /** What the draw is for: a referral's id. The same gives the same order. */
  readonly drawnFor: string;
}

/** A supporter as the matching sees them at this moment. */
export function candidateOf(
  supporter: Supporter,
  { openOffers, timeZone, now, drawnFor }: AsCandidate,
): Candidate {
  const today = localDay(now, timeZone);
  const startOf = (day: CalendarDay): number => instantAt(day, 0, timeZone);
  const dayOrNull = (text: string | null) => (text === null ? null : parseDay(text));
  const trainedOn = dayOrNull(supporter.trainedOn);
  const awayFrom = dayOrNull(supporter.awayFrom);
  const awayUntil = dayOrNull(supporter.awayUntil);
  return {
    id: supporter.id,
    profession: supporter.profession,
    specialty: supporter.specialty,
    rank: supporter.rank,
    unit: supporter.unit,
    kinds: eventKinds.filter((kind) => supporter.kinds.includes(kind)),
    languages: supporter.languages,
    nights: supporter.hours.includes('nights'),
    onCall: supporter.onCall.includes(weekdayOf(today)),
    trainedAt: trainedOn === null ? null : startOf(trainedOn),
    awayFrom: awayFrom === null ? null : startOf(awayFrom),
    awayUntil: awayUntil === null ? null : startOf(addDays(awayUntil, 1)),
    offersThisYear: supporter.offersYear === yearOf(now) ? supporter.offersCount : 0,
    openOffers,
    mostOffersAYear: supporter.mostOffers,
    lot: fingerprint(`${drawnFor} ${supporter.id}`),
  };
}

/** `mon` to `sun`. */
function weekdayOf({ year, month, day }: CalendarDay): string {
  return weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7] ?? '';
}
