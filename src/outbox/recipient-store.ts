import { sql } from 'kysely';
import type { Address } from '../chat/delivery.ts';
import { isSamePerson, type PersonRef, personKey } from '../chat/person.ts';
import { personColumns } from '../db/person-columns.ts';
import { inPieces } from '../db/pieces.ts';
import type { Executor } from '../db/schema.ts';

/** Keeps how people are reached, in place of what was kept before. */
export async function saveAddresses(
  db: Executor,
  reached: readonly { readonly person: PersonRef; readonly address: Address }[],
): Promise<void> {
  // A statement may write a row only once.
  const newest = new Map(reached.map((one) => [personKey(one.person), one]));
  for (const piece of inPieces([...newest.values()])) {
    await db
      .insertInto('addresses')
      .values(
        piece.map(({ person, address }) => ({
          ...personColumns(person),
          address,
          kept: sql.lit(0 as const),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'person_id'])
          .doUpdateSet((row) => ({ address: row.ref('excluded.address') })),
      )
      .execute();
  }
}

/** The same for an address that the platform told by itself and that can't be found again: it does not go by itself. */
export async function keepAddress(db: Executor, person: PersonRef, address: Address): Promise<void> {
  await db
    .insertInto('addresses')
    .values({ ...personColumns(person), address, kept: 1 })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'person_id']).doUpdateSet({ address, kept: 1 }),
    )
    .execute();
}

export async function addressOf(db: Executor, person: PersonRef): Promise<Address | null> {
  const row = await db
    .selectFrom('addresses')
    .select('address')
    .where((row) => row.and(personColumns(person)))
    .executeTakeFirst();
  return row?.address ?? null;
}

/** Nothing that waits goes to this person before `until`. */
export async function holdRecipient(db: Executor, person: PersonRef, until: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: until })
    .where((row) => row.and(personColumns(person)))
    .where('status', '=', 'waiting')
    .where('due_at', '<', until)
    .execute();
}

export async function forgetAddress(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('addresses')
    .where((row) => row.and(personColumns(person)))
    .execute();
}

/**
 * Forgets how people were reached who have no message kept anymore: the next one finds its way again. Addresses that
 * can't be found again stay.
 */
export async function forgetIdleAddresses(db: Executor): Promise<void> {
  await db
    .deleteFrom('addresses')
    .where('kept', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('key')
            .whereRef('outbox.platform', '=', 'addresses.platform')
            .whereRef('outbox.workspace', '=', 'addresses.workspace')
            .whereRef('outbox.person_id', '=', 'addresses.person_id'),
        ),
      ),
    )
    .execute();
}

/**
 * Forgets a person as a recipient: their messages in every state, and how they were reached. What is on its way to them
 * leaves nothing behind when it arrives. Messages to others that mention them: see `findWaitingMentioning`.
 */
export async function eraseRecipient(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where((row) => row.and(personColumns(person)))
    .execute();
  await forgetAddress(db, person);
}

/**
 * The messages, and changes of messages, that are not through yet and whose card names the person. Their features cancel
 * them or `change` them, which takes effect at once in the database.
 */
export async function findWaitingMentioning(
  db: Executor,
  person: PersonRef,
): Promise<readonly { readonly key: string; readonly to: PersonRef }[]> {
  const id = JSON.stringify(person.id);
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'changes_key', 'platform', 'workspace', 'person_id', 'card'])
    .where('status', 'in', ['waiting', 'claimed'])
    .where(sql<boolean>`card like ${`%${id.replaceAll(/[%_!]/g, '!$&')}%`} escape '!'`)
    .execute();
  return rows
    .filter(({ card }) => card !== null && names(JSON.parse(card), person))
    .map((row) => ({
      key: row.changes_key ?? row.key,
      to: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    }));
}

/** Whether a mention of this person stands anywhere in a card. */
function names(part: unknown, person: PersonRef): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return isSamePerson(part as PersonRef, person) || Object.values(part).some((inner) => names(inner, person));
}
