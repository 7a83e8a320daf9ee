import type { Mention } from '../../chat/card.ts';
import { type PersonRef, personKey } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { fingerprint, newId } from '../../system/ids.ts';

/** A colleague who has been named, once for each who named them. */
export interface Nomination extends Mention {
  readonly id: string;
}

/** By one of the nominator's accounts, always the same; nothing when they had named this colleague before. */
export async function addNomination(
  db: Executor,
  { person, name }: Mention,
  nominator: PersonRef,
  now: number,
): Promise<void> {
  await db
    .insertInto('nominations')
    .values({
      id: newId(),
      ...personColumns(person),
      name,
      nominator_fingerprint: fingerprint(personKey(nominator)),
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'person_id', 'nominator_fingerprint']).doNothing(),
    )
    .execute();
}

/** Every one there is, by name. */
export async function findNominations(db: Executor): Promise<readonly Nomination[]> {
  const rows = await db
    .selectFrom('nominations')
    .select(['id', 'platform', 'workspace', 'person_id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(nominationOf);
}

export async function findNomination(db: Executor, id: string): Promise<Nomination | null> {
  const row = await db
    .selectFrom('nominations')
    .select(['id', 'platform', 'workspace', 'person_id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : nominationOf(row);
}

/** When this person, by whichever account, named someone; oldest first. */
export async function findNominatedBy(
  db: Executor,
  accounts: readonly PersonRef[],
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('nominations')
    .select('created_at')
    .where('nominator_fingerprint', 'in', fingerprintsOf(accounts))
    .orderBy('created_at')
    .execute();
  return rows.map(({ created_at }) => created_at);
}

/** When the last word for one of these accounts was; null where there's none. */
export async function lastNominationOf(db: Executor, accounts: readonly PersonRef[]): Promise<number | null> {
  const row = await db
    .selectFrom('nominations')
    .select('created_at')
    .where((one) => one.or(accounts.map((account) => one.and(personColumns(account)))))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** They've been asked, or are gone. */
export async function deleteNominationsOf(db: Executor, account: PersonRef): Promise<void> {
  await db
    .deleteFrom('nominations')
    .where((row) => row.and(personColumns(account)))
    .execute();
}

/** They take back whatever they said. */
export async function deleteNominationsBy(db: Executor, account: PersonRef): Promise<void> {
  await db
    .deleteFrom('nominations')
    .where('nominator_fingerprint', 'in', fingerprintsOf([account]))
    .execute();
}

export async function forgetNominationsBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('nominations').where('created_at', '<', instant).execute();
}

function fingerprintsOf(accounts: readonly PersonRef[]): string[] {
  return accounts.map((account) => fingerprint(personKey(account)));
}

function nominationOf({
  id,
  platform,
  workspace,
  person_id,
  name,
}: {
  readonly id: string;
  readonly platform: PersonRef['platform'];
  readonly workspace: string;
  readonly person_id: string;
  readonly name: string;
}): Nomination {
  return { id, person: { platform, workspace, id: person_id }, name };
}
