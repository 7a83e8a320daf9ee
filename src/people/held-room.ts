import type { Turn } from '../bot/turn.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Executor } from '../db/schema.ts';
import type { Table } from '../db/tables.ts';
import type { Member } from './members/store.ts';

/**
 * What a room holds about people, as one thing: it's shown, copied, erased and forgotten from here. All rooms stand in one
 * list, `features/held-rooms.ts`. `Facts` is what the room finds of one person.
 */
export interface HeldRoom<Facts> {
  readonly tables: readonly PersonTable[];
  find(db: Executor, whose: Whose): Promise<Facts>;
  shown(reader: Reader, facts: Facts): readonly HeldPart[];
  /**
   * Someone goes: what hangs on them goes along, sums that point at nobody are kept, and those who'd wait for them are
   * told. In the transaction of `parts.db`, the rooms from the last to the first.
   */
  erase(parts: ErasingParts, whose: Whose): Promise<void>;
  /** One account goes, with its owner or without. */
  eraseAccount(db: Executor, account: PersonRef): Promise<void>;
  /** What has served its time goes. Safe at any moment, the rooms from the last to the first. */
  forget(db: Executor, age: Age): Promise<void>;
}

/** Who it's about. */
export interface Whose {
  /** All accounts of theirs, the one to which messages go first. */
  readonly accounts: readonly [PersonRef, ...PersonRef[]];
  /** Null for someone who doesn't take part. */
  readonly member: Member | null;
  /** Of all accounts, keyed: one for each key that there is. What finds them where only sealed text stands. */
  readonly sealedFingerprints: readonly string[];
}

/** Some of what's held of someone. */
export interface HeldPart {
  readonly section: Section;
  /** Its name in the copy, and what stands there: others by name, instants in ISO 8601 (UTC). */
  readonly name: string;
  readonly value: unknown;
  /** The same in the reader's words; a line without entries is left out. */
  readonly lines: readonly HeldLine[];
  /**
   * Not said in chat, where it would tell what becomes of someone else. Anyone who asks by letter gets it, and it's erased with the
   * rest.
   */
  readonly isUnsaid?: true;
}

export type HeldLine = readonly [label: string, entries: readonly string[]];

/**
 * In this order; in a section, in the order of the rooms. Attempts are what limits count: they stay for their own short
 * time when everything else is erased, by fingerprint alone.
 */
export const sections = [
  'accounts',
  'settings',
  'buddies',
  'weeks',
  'messages',
  'reach',
  'support',
  'attempts',
] as const;

export type Section = (typeof sections)[number];

/** A table that has people in it, and how each column that says who leads to them. */
export interface PersonTable {
  readonly table: Table;
  readonly columns: Readonly<Record<string, Leads>>;
}

/**
 * By a member's id; by an account (platform, workspace and id, the columns' names beginning alike); by a pair's or a
 * supporter's id; by an account's fingerprint, plain or keyed. Or `nowhere`: it's a text or a fingerprint of something else, whose row is found by another column.
 */
export type Leads = 'member' | 'account' | 'pair' | 'supporter' | 'fingerprint' | 'sealed' | 'nowhere';

export type ErasingParts = Pick<Turn, 'db' | 'now' | 'redraw' | 'seals' | 'hospital'>;

export interface Age {
  readonly now: number;
}
