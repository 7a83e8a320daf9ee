import type { Platform } from '../../chat/person.ts';

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
