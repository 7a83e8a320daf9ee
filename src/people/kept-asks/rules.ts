import { millisecondsInDay } from '../../calendar/spans.ts';

/** To be buddies, or to check in. */
export type AskKind = 'invitation' | 'checkin';

/** How long an ask counts against the limits, and no longer is it kept. */
export const askCountsMs: Readonly<Record<AskKind, number>> = {
  invitation: 30 * millisecondsInDay,
  checkin: millisecondsInDay,
};
