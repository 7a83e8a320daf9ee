import { millisecondsInDay } from '../../calendar/spans.ts';

/** One person names no more than this many within `nominationsCountMs`. */
export const mostNominations = 10;
export const nominationsCountMs = 30 * millisecondsInDay;

/** Named by so many, someone stands apart on the director's list. How many it were isn't said. */
export const manyNominations = 3;

export const nominationKeptMs = 365 * millisecondsInDay;
