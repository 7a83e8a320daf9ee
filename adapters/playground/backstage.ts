import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Language } from '../../src/chat/language.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { View } from '../../src/chat/view.ts';

/** What stands behind the chat: the clock and the database, which an adapter can't see for itself. Plain data. */
export interface Backstage {
  /** What time it is on the ward, in epoch milliseconds. */
  now(): number;
  /** Where a step of the clock bar leads from now, in epoch milliseconds. */
  instantOf(step: Step, timeZone: string): number;
  /** Moves the clock forward; what would have happened in between happens, in order. Ends early when aborted. */
  travel(to: number, signal: AbortSignal): Promise<void>;
  /** Lets half a year pass, in which the rest of the hospital joins. It ends on a Sunday evening; early when aborted. */
  playHalfYear(signal: AbortSignal): Promise<void>;
  halfYear(): HalfYear;
  /** Two trained supporters, someone who runs the program, and a colleague who someone should reach out to. */
  bringSupport(signal: AbortSignal): Promise<void>;
  /** Empties the database and puts the clock back to where it began. */
  reset(): Promise<void>;
  /** The rows of every table that are about this person, column by column, as they are in the database. */
  held(person: PersonRef): Promise<readonly HeldTable[]>;
  /** What became of this week's nudges. */
  account(): Promise<WeekAccount>;
  /** Every card and every form that Buddy can send, with made-up content. */
  gallery(language: Language): readonly GalleryEntry[];
  /** A page for those who lead the hospital, as an operator would write it to a file. */
  leadersPage(name: LeadersPage, language: Language): Promise<string>;
  /** Grows whenever something in the database changes. */
  changes(): Promise<number>;
}

/** What's been released, and the case for the program. */
export const leadersPages = ['report', 'case'] as const;

export type LeadersPage = (typeof leadersPages)[number];

export const steps = ['hour', 'tomorrow', 'monday', 'week'] as const;

/** `tomorrow` and `week` keep the time of day; `monday` is the next Monday, 09:00. */
export type Step = (typeof steps)[number];

/** How far the half year has come. */
export interface HalfYear {
  /** The one that is passing; 0 before it has begun. */
  readonly week: number;
  readonly weeks: number;
  readonly isOver: boolean;
}

export interface HeldTable {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** eligible = sent + paused + unpaired + unreachable + failed + missed + pending. */
export interface WeekAccount {
  readonly week: string;
  readonly eligible: number;
  readonly sent: number;
  readonly paused: number;
  readonly unpaired: number;
  readonly unreachable: number;
  readonly failed: number;
  readonly missed: number;
  readonly pending: number;
  /** Members of the ward, with null until their Monday has come. Nobody real is there, so it can be shown one by one. */
  readonly people: readonly { readonly id: string; readonly outcome: string | null }[];
}

export interface GalleryEntry {
  readonly name: string;
  readonly card?: Card;
  readonly form?: Form;
  readonly view?: View;
}
