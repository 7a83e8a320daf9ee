import type { IsoWeek } from '../calendar/iso-week.ts';
import type { Card } from '../chat/card.ts';
import type { Effect } from '../chat/effect.ts';
import type { MessageRef } from '../chat/event.ts';
import type { PersonRef, Platform, Profile } from '../chat/person.ts';
import type { Content } from '../content/content.ts';
import type { Executor } from '../db/schema.ts';
import type { Intent } from './intents.ts';

/** What the hospital decided, from the environment. */
export interface Settings {
  /** IANA zone for people whose platform tells none. */
  readonly timeZone: string;
  /** Local minutes after midnight at which a new member is nudged. */
  readonly nudgeMinute: number;
  readonly maxBuddies: number;
  readonly guestsWelcome: boolean;
  /** Figures never speak of fewer people than this. */
  readonly smallestGroup: number;
  /** Where Buddy is spoken to here. Only between several of them can two accounts be one person's. */
  readonly platforms: readonly Platform[];
  /** Operator's keys, `slack:U01ABC`. */
  readonly admins: ReadonlySet<string>;
}

/** Everything a handler may use while it answers one event. */
export interface Turn {
  /** The event's transaction; for intents that only read, the database. */
  readonly db: Executor;
  readonly now: number;
  readonly from: PersonRef;
  /** The sender as the platform knows them; present where the route asks for it and they are not a member yet. */
  readonly sender: Profile | null;
  /**
   * The colleague of `intent.person`, looked up before the transaction; null when the platform knows no such person,
   * `absent` when Buddy cannot write to them because they do not have the app.
   */
  readonly colleague: Profile | 'absent' | null;
  /** The message whose button was pressed. */
  readonly message: MessageRef | null;
  readonly settings: Settings;
  readonly content: Content;
  readonly redraw: Redraw;
  readonly callOff: CallOff;
}

export type Handler = (turn: Turn, intent: Intent) => Promise<readonly Effect[]>;

/**
 * Draws a member's weekly message anew after something that it shows has changed, and queues the change, unless the
 * message is `except`: that one is replaced by the answer to the press. Null when that week has no message.
 */
export type Redraw = (
  db: Executor,
  memberId: string,
  week: IsoWeek,
  options: { readonly now: number; readonly except: MessageRef | null },
) => Promise<{ readonly card: Card; readonly isExcepted: boolean } | null>;

/** Takes back this week's nudge and any reminder, where they still wait to go out, and accounts for the nudge. */
export type CallOff = (
  db: Executor,
  memberId: string,
  options: { readonly now: number; readonly outcome: 'paused' | 'unpaired' },
) => Promise<void>;
