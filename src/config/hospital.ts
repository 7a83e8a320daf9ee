import type { Language } from '../chat/language.ts';
import type { Platform } from '../chat/person.ts';

/** What the hospital decided, from the environment. */
export interface Hospital {
  /** IANA zone for people whose platform tells none. */
  readonly timeZone: string;
  /** For people whose platform tells none. */
  readonly language: Language;
  /** Local minutes after midnight at which a new member is nudged. */
  readonly nudgeMinute: number;
  readonly maxBuddies: number;
  readonly guestsWelcome: boolean;
  /** Figures never speak of fewer people than this. */
  readonly smallestGroup: number;
  /** Where Buddy is spoken to here. Only between several of them can two accounts be one person's. */
  readonly platforms: readonly Platform[];
  /** What opens the chat with Buddy; null where no setting says. */
  readonly link: string | null;
  /** As an operator writes them: `slack:U01ABC`. */
  readonly admins: ReadonlySet<string>;
}
