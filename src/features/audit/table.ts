import type { Platform } from '../../chat/person.ts';

/** What someone with a role did. Never a word about members or who was referred. */
export interface AuditEntriesTable {
  id: string;
  /** Who did it; null once they've been erased. */
  platform: Platform | null;
  workspace: string | null;
  person_id: string | null;
  name: string | null;
  /** A word of `rules.ts`. */
  action: string;
  /** What it was about, as a word or a week: a role, the name of a setting, of a phone line, a channel's id. May be empty. */
  about: string;
  /** Who it was done to, where that's someone with a role or a supporter; null once they've been erased. */
  subject_platform: Platform | null;
  subject_workspace: string | null;
  subject_person_id: string | null;
  subject_name: string | null;
  created_at: number;
  /** When it went to the hospital's log collector; null where it hasn't, or there's none. */
  logged_at: number | null;
}
