/** A code to hand over in person. Only its fingerprint is kept; the row goes when the code is used or expires. */
export interface InvitationCodesTable {
  code_fingerprint: string;
  inviter_id: string;
  created_at: number;
  expires_at: number;
}

/** Slows down guessing. Rows go after an hour. */
export interface WrongCodesTable {
  id: string;
  person_fingerprint: string;
  entered_at: number;
}
