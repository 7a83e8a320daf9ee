import { sql } from 'kysely';
import type { Mention } from '../../chat/card.ts';
import type { Address } from '../../chat/delivery.ts';
import type { Language } from '../../chat/language.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { isSameName, nameLetters, withoutAdditions } from './rules.ts';
import type { ContactsTable } from './table.ts';

/** Someone who has the app, and how they are reached. */
export interface Contact {
  readonly name: string | null;
  readonly timeZone: string | null;
  readonly language: Language | null;
  readonly welcomedAt: number | null;
  readonly unreachableSince: number | null;
  readonly createdAt: number;
  readonly address: Address | null;
}

export async function findContact(db: Executor, person: PersonRef): Promise<Contact | null> {
  const {
    rows: [row],
  } = await contactRow(db, person);
  if (row === undefined) return null;
  return {
    name: row.name,
    timeZone: row.time_zone,
    language: row.language,
    welcomedAt: row.welcomed_at,
    unreachableSince: row.unreachable_since,
    createdAt: row.created_at,
    address: row.address,
  };
}

const contactRow = prepared((db, person: PersonRef) =>
  db
    .selectFrom('contacts')
    .leftJoin('addresses', (join) =>
      join
        .onRef('addresses.platform', '=', 'contacts.platform')
        .onRef('addresses.workspace', '=', 'contacts.workspace')
        .onRef('addresses.person_id', '=', 'contacts.person_id'),
    )
    .select([
      ...(['name', 'time_zone', 'language', 'welcomed_at'] as const),
      ...(['unreachable_since', 'created_at', 'address'] as const),
    ])
    .where('contacts.platform', '=', person.platform)
    .where('contacts.workspace', '=', person.workspace)
    .where('contacts.person_id', '=', person.id),
);

/** Writes what is known now of someone who can be reached. Since when they have been known, and welcomed, stays. */
export async function saveContact(
  db: Executor,
  person: PersonRef,
  known: Pick<Contact, 'name' | 'timeZone' | 'language'>,
  now: number,
): Promise<void> {
  const told = {
    name: known.name,
    name_letters: known.name === null ? null : nameLetters(known.name),
    time_zone: known.timeZone,
    language: known.language,
    unreachable_since: null,
  };
  await db
    .insertInto('contacts')
    .values({
      ...personColumns(person),
      ...told,
      welcomed_at: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id']).doUpdateSet(told))
    .execute();
}

/** True for the first who says so: there is one welcome for each contact. */
export function markWelcomed(db: Executor, person: PersonRef, now: number): Promise<boolean> {
  return markOnce(db, person, 'welcomed_at', now);
}

/** True when it is news; false for someone who could not be reached before, and for who is no contact. */
export function markUnreachable(db: Executor, person: PersonRef, now: number): Promise<boolean> {
  return markOnce(db, person, 'unreachable_since', now);
}

async function markOnce(
  db: Executor,
  person: PersonRef,
  column: keyof Pick<ContactsTable, 'welcomed_at' | 'unreachable_since'>,
  now: number,
): Promise<boolean> {
  const updated = await db
    .updateTable('contacts')
    .set({ [column]: now })
    .where((row) => row.and(personColumns(person)))
    .where(column, 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function deleteContact(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where((row) => row.and(personColumns(person)))
    .execute();
}

/** Someone who has a name that was typed. */
export interface Namesake extends Mention {
  /** Null for a contact who is no member. */
  readonly memberId: string | null;
}

/**
 * The others in the workspace of `near`, contacts and members, who have this full name; see `isSameName`. What a directory
 * adds to names tells two apart, and may be left out.
 */
export async function findNamesakes(
  db: Executor,
  near: PersonRef,
  name: string,
): Promise<readonly Namesake[]> {
  const bare = withoutAdditions(name);
  const found = (await findByLetters(db, near, nameLetters(name))).filter(
    (one) => isSameName(withoutAdditions(one.name), bare) && !isSamePerson(one.person, near),
  );
  const exact = found.filter((one) => isSameName(one.name, name));
  // Who is both is found as a member.
  const byId = new Map<string, Namesake>();
  for (const one of exact.length > 0 ? exact : found)
    if (one.memberId !== null || !byId.has(one.person.id)) byId.set(one.person.id, one);
  return [...byId.values()];
}

async function findByLetters(
  db: Executor,
  { platform, workspace }: PersonRef,
  letters: string,
): Promise<readonly Namesake[]> {
  if (letters === '') return [];
  const rows = await db
    .selectFrom('contacts')
    .select(['person_id', 'name', sql<string | null>`null`.as('member_id')])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('name_letters', '=', letters)
    .unionAll(
      db
        .selectFrom('members')
        .select(['person_id', 'name', 'id as member_id'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('name_letters', '=', letters),
    )
    .execute();
  return rows.map((row) => ({
    person: { platform, workspace, id: row.person_id },
    name: row.name ?? '',
    memberId: row.member_id,
  }));
}
