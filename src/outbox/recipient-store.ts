import { sql } from 'kysely';
import type { Address } from '../chat/delivery.ts';
import { type PersonRef, personKey } from '../chat/person.ts';
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
          platform: person.platform,
          person_id: person.id,
          address,
          kept: sql.lit(0 as const),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'person_id'])
          .doUpdateSet((row) => ({ address: row.ref('excluded.address') })),
      )
      .execute();
  }
}

/** The same for an address that the platform told by itself and that cannot be found anew: it does not go by itself. */
export async function keepAddress(db: Executor, person: PersonRef, address: Address): Promise<void> {
  await db
    .insertInto('addresses')
    .values({ platform: person.platform, person_id: person.id, address, kept: 1 })
    .onConflict((conflict) => conflict.columns(['platform', 'person_id']).doUpdateSet({ address, kept: 1 }))
    .execute();
}

export async function addressOf(db: Executor, person: PersonRef): Promise<Address | null> {
  const row = await db
    .selectFrom('addresses')
    .select('address')
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  return row?.address ?? null;
}

/** Nothing that waits goes to this person before `until`. */
export async function holdRecipient(db: Executor, person: PersonRef, until: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: until })
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .where('status', '=', 'waiting')
    .where('due_at', '<', until)
    .execute();
}

export async function forgetAddress(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('addresses')
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .execute();
}

/**
 * Forgets how people were reached to whom no message is kept any more: the next one finds its way anew. Addresses that
 * cannot be found anew stay.
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
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .execute();
  await forgetAddress(db, person);
}

/**
 * The messages, and changes of messages, that are not through yet and whose card names the person: as a mention, or in
 * the id of a button. Their features cancel them or `change` them, which takes effect at once in the database.
 */
export async function findWaitingMentioning(
  db: Executor,
  personId: string,
): Promise<readonly { readonly key: string; readonly to: PersonRef }[]> {
  const end = JSON.stringify(personId).slice(1);
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'changes_key', 'platform', 'workspace', 'person_id', 'card'])
    .where('status', 'in', ['waiting', 'claimed'])
    .where(sql<boolean>`card like ${`%${end.replaceAll(/[%_!]/g, '!$&')}%`} escape '!'`)
    .execute();
  return rows
    .filter(({ card }) => [`"${end}`, `:${end}`, `/${end}`].some((mention) => card?.includes(mention)))
    .map((row) => ({
      key: row.changes_key ?? row.key,
      to: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    }));
}
