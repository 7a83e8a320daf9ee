import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';

/** A colleague who supports others. What stands here is what they've said of themselves. Lists are joined by commas. */
export interface SupportersTable {
  id: string;
  platform: Platform;
  workspace: string;
  person_id: string;
  name: string;
  /** In which they read, as the platform tells it; null where it hasn't. */
  language: Language | null;
  /** `invited`: they haven't said yes. */
  state: 'invited' | 'active';
  profession: string | null;
  specialty: string | null;
  rank: string | null;
  unit: string | null;
  kinds: string;
  languages: string;
  /** `days`, `nights`. */
  hours: string;
  /** Weekdays on which they're on call, `mon` to `sun`. */
  on_call: string;
  /** What of the card everyone may see. */
  shown: string;
  /** A phone number or an email address. */
  contact: string | null;
  most_offers: number;
  /** Calendar days, `YYYY-MM-DD`, in the hospital's zone. */
  away_from: string | null;
  away_until: string | null;
  trained_on: string | null;
  /** A supporter's own supporter; an id of this table. */
  own_supporter_id: string | null;
  /** In which year `offers_count` was counted. */
  offers_year: number;
  offers_count: number;
  /** When the platform was last asked who they are. */
  profile_checked_at: number;
  /** When they were asked; from their yes on, when they said it. */
  created_at: number;
}
