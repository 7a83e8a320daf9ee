import type { ExpressionBuilder } from 'kysely';
import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Executor, Schema } from '../../db/schema.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { fingerprint } from '../../system/ids.ts';

const anyone = 'anyone';

/** That someone does not want to be asked. Who they'd not be asked by is known to nobody but who asks: only a fingerprint of them is kept. */
export interface AskRefusal {
  readonly by: 'anyone' | 'someone';
  readonly since: number;
}

/** No more invitations reach this person: from this inviter, or, when that is null, from anyone. */
export async function refuseAsks(
  db: Executor,
  { platform, workspace, id }: PersonRef,
  inviter: PersonRef | null,
  now: number,
): Promise<void> {
  const asked_by = inviter === null ? anyone : askerOf(inviter);
  await db
    .insertInto('ask_refusals')
    .values({ platform, workspace, person_id: id, asked_by, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether an invitation from one of these accounts, all of one person, is not to reach this person. */
export async function areAsksRefused(
  db: Executor,
  person: PersonRef,
  inviters: readonly PersonRef[],
): Promise<boolean> {
  const accounts = await accountsOf(db, person);
  const row = await db
    .selectFrom('ask_refusals')
    .select('created_at')
    .where((row) => isOfAnyOf(row, accounts))
    .where('asked_by', 'in', [anyone, ...inviters.map(askerOf)])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Anyone who was refused by one of these accounts, all of one person, may ask again. */
export async function allowAllAsks(db: Executor, accounts: readonly PersonRef[]): Promise<void> {
  await db
    .deleteFrom('ask_refusals')
    .where((row) => isOfAnyOf(row, accounts))
    .execute();
}

/** This person may ask again, unless nobody may. */
export async function allowAsksBy(
  db: Executor,
  accounts: readonly PersonRef[],
  inviter: PersonRef,
): Promise<void> {
  await allow(db, accounts, (await accountsOf(db, inviter)).map(askerOf));
}

/** Those who were not refused each by themselves may ask again. False when everyone could. */
export function allowAsksByAnyone(db: Executor, accounts: readonly PersonRef[]): Promise<boolean> {
  return allow(db, accounts, [anyone]);
}

export async function findAskRefusals(
  db: Executor,
  accounts: readonly PersonRef[],
): Promise<readonly AskRefusal[]> {
  const rows = await db
    .selectFrom('ask_refusals')
    .select(['asked_by', 'created_at'])
    .where((row) => isOfAnyOf(row, accounts))
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ by: row.asked_by === anyone ? anyone : 'someone', since: row.created_at }));
}

async function allow(
  db: Executor,
  accounts: readonly PersonRef[],
  askers: readonly string[],
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('ask_refusals')
    .where((row) => isOfAnyOf(row, accounts))
    .where('asked_by', 'in', askers)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function askerOf(inviter: PersonRef): string {
  return fingerprint(personKey(inviter));
}

function isOfAnyOf(row: ExpressionBuilder<Schema, 'ask_refusals'>, accounts: readonly PersonRef[]) {
  return row.or(
    accounts.map(({ platform, workspace, id }) =>
      row.and([row('platform', '=', platform), row('workspace', '=', workspace), row('person_id', '=', id)]),
    ),
  );
}
