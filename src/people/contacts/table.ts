import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';

/** Someone who has the app, as the platform's events tell. Only platforms that can't be asked again have such rows. */
export interface ContactsTable {
  platform: Platform;
  workspace: string;
  person_id: string;
  /** Null until an event tells it: who has only installed the app has none. */
  name: string | null;
  /** By which the name is found, see `nameLetters`; null without a name. */
  name_letters: string | null;
  /** An IANA name. */
  time_zone: string | null;
  language: Language | null;
  /** When the one welcome was sent. */
  welcomed_at: number | null;
  /** Since when nothing can be sent to them: the app was removed or blocked. Null while they can be reached. */
  unreachable_since: number | null;
  created_at: number;
}
