import type { Platform } from '../../chat/person.ts';

/** A member's second account, on another platform than the one in `members`. Messages go to the one in `members`. */
export interface LinkedAccountsTable {
  platform: Platform;
  workspace: string;
  person_id: string;
  /** One linked account for each member. */
  member_id: string;
  /** As it is on that platform. */
  name: string;
  created_at: number;
}

/** A code to enter with one's other account. Only its fingerprint is kept; the row goes when it is used or expires. */
export interface LinkCodesTable {
  code_fingerprint: string;
  member_id: string;
  created_at: number;
  expires_at: number;
}
