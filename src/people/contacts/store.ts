import type { Address } from '../../chat/delivery.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { isSameName } from './rules.ts';
import type { ContactsTable } from './table.ts';

/** Somebody who has the app, and how they are reached. */
export interface Contact {
  readonly name: string | null;
  readonly timeZone: string | null;
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
        .onRef('addresses.person_id', '=', 'contacts.person_id'),
    )
    .select(['name', 'time_zone', 'welcomed_at', 'unreachable_since', 'created_at', 'address'])
    .where('contacts.platform', '=', person.platform)
    .where('contacts.person_id', '=', person.id),
);

/** Writes what is known now of somebody who can be reached. Since when they have been known, and welcomed, stays. */
export async function saveContact(
  db: Executor,
  person: PersonRef,
  known: Pick<Contact, 'name' | 'timeZone'>,
  now: number,
): Promise<void> {
  const told = { name: known.name, time_zone: known.timeZone, unreachable_since: null };
  await db
    .insertInto('contacts')
    .values({
      platform: person.platform,
      workspace: person.workspace,
      person_id: person.id,
      ...told,
      welcomed_at: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'person_id']).doUpdateSet(told))
    .execute();
}

/** True for the first who says so: there is one welcome for each contact. */
export function markWelcomed(db: Executor, person: PersonRef, now: number): Promise<boolean> {
  return markOnce(db, person, 'welcomed_at', now);
}

/** True when it is news; false for somebody who could not be reached before, and for who is no contact. */
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
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .where(column, 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function deleteContact(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .execute();
}

/** The others in the workspace of `near`, contacts and members, who have this full name; see `isSameName`. */
export async function findNamesakes(
  db: Executor,
  near: PersonRef,
  name: string,
): Promise<readonly { readonly person: PersonRef; readonly name: string }[]> {
  const { platform, workspace } = near;
  const rows = await db
    .selectFrom('contacts')
    .select(['person_id', 'name'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('name', 'is not', null)
    .unionAll(
      db
        .selectFrom('members')
        .select(['person_id', 'name'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace),
    )
    .execute();
  const found = rows
    .filter((row) => row.name !== null && isSameName(row.name, name))
    .map((row) => ({ person: { platform, workspace, id: row.person_id }, name: row.name ?? '' }))
    .filter(({ person }) => !isSamePerson(person, near));
  return [...new Map(found.map((one) => [one.person.id, one])).values()];
}
