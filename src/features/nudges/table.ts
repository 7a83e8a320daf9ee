import type { IsoWeek } from '../../calendar/iso-week.ts';

/** Why a member who was due got no nudge. Who was sent one is in the outbox, in the week's batch. */
export interface NudgesNotSentTable {
  member_id: string;
  week: IsoWeek;
  outcome: 'paused' | 'unpaired' | 'missed';
}

/** What remains of a week once its rows have gone. */
export interface NudgeSumsTable {
  week: IsoWeek;
  outcome: 'sent' | 'paused' | 'unpaired' | 'unreachable' | 'failed' | 'missed';
  members: number;
}
