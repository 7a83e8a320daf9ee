import type { Platform } from '../../chat/person.ts';

export type InvitationStatus = 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** Someone, a member or not, does not want to be asked again; one row for each who may not. */
export interface AskRefusalsTable {
  platform: Platform;
  workspace: string;
  person_id: string;
  /** `anyone`, or a fingerprint of the account that asked. */
  asked_by: string;
  created_at: number;
}

/** A member asks a person who need not be a member: the invitee is kept here only, until they say yes. */
export interface InvitationsTable {
  id: string;
  inviter_id: string;
  invitee_platform: Platform;
  invitee_workspace: string;
  invitee_person_id: string;
  invitee_name: string;
  /** The same text whichever of the two invites: lets only one invitation wait between them. */
  both_people: string;
  status: InvitationStatus;
  created_at: number;
  expires_at: number;
}
