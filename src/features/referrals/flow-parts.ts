import type { Turn } from '../../bot/turn.ts';

/** What it takes to move a referral on. `db` is a transaction. */
export type FlowParts = Pick<Turn, 'db' | 'now' | 'seals' | 'content'> & {
  readonly hospital: Pick<Turn['hospital'], 'timeZone' | 'language'>;
};
