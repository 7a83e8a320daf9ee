import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Cadence } from '../../calendar/monday.ts';
import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';
import type { Hours } from '../../chat/reader.ts';

/** Someone who invited, accepted or joined: nobody becomes a member in any other way. */
export interface MembersTable {
  id: string;
  platform: Platform;
  workspace: string;
  person_id: string;
  name: string;
  /** By which the name is found, see `nameLetters`. */
  name_letters: string | null;
  /** IANA name, followed from the platform's profile. */
  time_zone: string;
  /** As the platform tells it, else the hospital's. */
  language: Language;
  /** What they'd rather read; null for the platform's. */
  chosen_language: Language | null;
  /** Of the clock that they read. */
  hours: Hours;
  /** Local minutes after midnight. It, the cadence and what comes next are null together: for someone without a rhythm. */
  nudge_minute: number | null;
  cadence: Cadence | null;
  /** Null when not paused. */
  paused_at: number | null;
  /** Null while paused: until they resume. */
  paused_until: number | null;
  open_to_invitations: 0 | 1;
  /** 0 when they leave out what some Mondays have for those with more time. */
  deeper: 0 | 1;
  /** An id of the hospital's list, where they chose to say it; null where not. */
  profession: string | null;
  /** The last ISO week accounted for: nudged, or known why not. Null before the first. */
  last_week: IsoWeek | null;
  /** The next ISO week that is theirs, and its Monday at their time. */
  next_week: IsoWeek | null;
  next_nudge_at: number | null;
  /** When they were last offered a next step for having no buddy. */
  offered_step_at: number | null;
  profile_checked_at: number;
  created_at: number;
}
