import type { IsoWeek } from '../../calendar/iso-week.ts';

/** A week's figures as everyone is shown them, for good. What was withheld stands nowhere in them. */
export interface WeekFiguresTable {
  week: IsoWeek;
  /** `EndedWeek` as JSON. */
  shown: string;
  /** The smallest group that they may speak of. */
  smallest: number;
}
