/** What a hospital puts in. Money in dollars, shares in percent. */
export interface Numbers {
  readonly clinicians: number;
  /** Who leaves in a year, of a hundred. */
  readonly turnover: number;
  /** What it costs to replace one: between these two. */
  readonly replacingLow: number;
  readonly replacingHigh: number;
  /** A week. */
  readonly directorHours: number;
  readonly directorHour: number;
  readonly members: number;
  /** Of paid time, a week, for each member. */
  readonly minutes: number;
  readonly memberHour: number;
  /** A year. */
  readonly other: number;
  /** Of a hundred departures, how many might not happen: the hospital's guess, between these two. */
  readonly preventedLow: number;
  readonly preventedHigh: number;
}

type Range = readonly [low: number, high: number];

export interface Reckoned {
  readonly departures: number;
  readonly turnoverCost: Range;
  readonly programCost: number;
  /** Departures that would have to be prevented for the program to pay for itself. */
  readonly breakEven: Range;
  /** The same of a hundred departures. */
  readonly breakEvenShare: Range;
  /** What's left once the program is paid; below zero where it costs more than it saves. */
  readonly left: Range;
}

/** Stands on the page as it stands here: it may use nothing from outside itself. */
export function reckon(numbers: Numbers): Reckoned {
  const departures = (numbers.clinicians * numbers.turnover) / 100;
  const director = numbers.directorHours * 52 * numbers.directorHour;
  const members = ((numbers.members * numbers.minutes) / 60) * 52 * numbers.memberHour;
  const programCost = director + members + numbers.other;
  const breakEven: Range = [programCost / numbers.replacingHigh, programCost / numbers.replacingLow];
  return {
    departures,
    turnoverCost: [departures * numbers.replacingLow, departures * numbers.replacingHigh],
    programCost,
    breakEven,
    breakEvenShare: [(100 * breakEven[0]) / departures, (100 * breakEven[1]) / departures],
    left: [
      (departures * numbers.preventedLow * numbers.replacingLow) / 100 - programCost,
      (departures * numbers.preventedHigh * numbers.replacingHigh) / 100 - programCost,
    ],
  };
}
