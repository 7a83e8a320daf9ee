/** A colleague who someone should reach out to. While it's open, and no longer. */
export interface ReferralsTable {
  id: string;
  /** With which key `sealed` opens. */
  key_id: string;
  /** Who it's about, how they're reached, the kind of event, and wishes: JSON, sealed. */
  sealed: string;
  /** Of the colleague's account, keyed with the same key; null for who isn't on the chat. */
  colleague_fingerprint: string | null;
  /** Of who asked, likewise: they're not suggested as the supporter. */
  asker_fingerprint: string | null;
  state: 'waiting' | 'offered' | 'reached' | 'talking' | 'no-answer';
  soon: 'today' | 'week';
  /** 1: the colleague chose the supporter, and the desk doesn't see it. */
  hidden: 0 | 1;
  /** Whose turn it is. */
  waits_for: 'director' | 'deputy' | 'program-administrator' | 'supporter';
  waits_since: number;
  /** When it's the next one's turn. */
  deadline_at: number;
  opened_at: number;
  reached_at: number | null;
}

/** One supporter has been asked about one referral. */
export interface OffersTable {
  id: string;
  referral_id: string;
  supporter_id: string;
  state: 'waiting' | 'reached' | 'talking' | 'no-answer' | 'cannot' | 'lapsed';
  offered_at: number;
  answered_at: number | null;
}
