import type { Platform } from '../../chat/person.ts';

/** Two members who chose each other. `first_member_id` sorts before `second_member_id`. */
export interface PairsTable {
  id: string;
  first_member_id: string;
  second_member_id: string;
  started_at: number;
  ended_at: number | null;
}

export type InvitationStatus = 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** A member asks a person who need not be a member: the invitee is kept here only, until they say yes. */
export interface InvitationsTable {
  id: string;
  inviter_id: string;
  invitee_platform: Platform;
  invitee_workspace: string;
  invitee_person_id: string;
  invitee_name: string;
  /** The same text whoever of the two invites: lets only one invitation wait between them. */
  both_people: string;
  status: InvitationStatus;
  created_at: number;
  expires_at: number;
}

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
