import type { IsoWeek } from '../calendar/iso-week.ts';
import type { Card } from '../chat/card.ts';
import type { MessageRef } from '../chat/delivery.ts';
import type { Effect } from '../chat/effect.ts';
import type { PersonRef, Profile } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Content } from '../content/content.ts';
import type { Executor } from '../db/schema.ts';
import type { NotDelivered } from '../features/checkins/rules.ts';
import type { Pair } from '../features/pairing/store.ts';
import type { Actor } from '../people/actor.ts';
import type { Member } from '../people/members/store.ts';
import type { Intent } from './intent.ts';

/**
 * What a platform says of someone: null when it knows no such person, `absent` when Buddy can't write to them because
 * they don't have the app.
 */
export type WhoTheyAre = Profile | 'absent' | null;

export interface Colleague {
  readonly person: PersonRef;
  readonly is: WhoTheyAre;
}

/** Everything a handler may use while it answers one event. */
export interface Turn {
  /** The event's transaction; for intents that only read, the database. */
  readonly db: Executor;
  readonly now: number;
  /** Who the event comes from. No handler looks up its own sender. */
  readonly actor: Actor;
  /** The actor's pairs of today, in the order in which they began; none for someone who's no member. */
  readonly pairs: readonly Pair[];
  /** The colleague of `intent.person`, looked up before the transaction. */
  readonly colleague: WhoTheyAre;
  /** Those of `intent.people`, in the same order, looked up likewise. */
  readonly colleagues: readonly Colleague[];
  /** The message whose button was pressed. */
  readonly message: MessageRef | null;
  readonly hospital: Hospital;
  readonly content: Content;
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  readonly whyNotDelivered: WhyNotDelivered;
}

/** The turn of someone who takes part. */
export type MemberTurn = Turn & { readonly actor: { readonly member: Member } };

export type Handler = (turn: Turn, intent: Intent) => Promise<readonly Effect[]>;

/** For members only: everyone else is answered by the route. */
export type MemberHandler = (turn: MemberTurn, intent: Intent) => Promise<readonly Effect[]>;

export interface RedrawOptions {
  readonly now: number;
  /** A message that's replaced by the answer to a press, and so isn't changed from here. */
  readonly except: Pressed | null;
}

/** The message whose button a member pressed. */
export interface Pressed {
  readonly memberId: string;
  readonly message: MessageRef;
}

/**
 * Draws the weekly messages of these members again after something that they show has changed, and queues the changes.
 * The card of the excepted message is the result; null when none of them is it, or none is there.
 */
export type Redraw = (
  db: Executor,
  members: readonly Member[],
  week: IsoWeek,
  options: RedrawOptions,
) => Promise<Card | null>;

/** Why a member's message of a week isn't in their chat; null when it is, still waits, or needn't be. */
export type WhyNotDelivered = (db: Executor, memberId: string, week: IsoWeek) => Promise<NotDelivered | null>;

/** Takes back this week's nudge and any reminder, where they still wait to go out, and accounts for the nudge. */
export type CallOff = (db: Executor, memberId: string, outcome: 'paused' | 'unpaired') => Promise<void>;
