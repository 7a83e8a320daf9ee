import type { AskKind } from './rules.ts';

/** What someone who was erased, or unlinked an account, had asked of others, while it still counts against a limit. */
export interface KeptAsksTable {
  id: string;
  /** Of one account of the one who asked; there's a row for each account that they had. */
  asker_fingerprint: string;
  kind: AskKind;
  /** Of that account and the one that was asked, in this order. */
  both_fingerprint: string;
  asked_at: number;
}
