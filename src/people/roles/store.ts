import type { Mention } from '../../chat/card.ts';
import type { Language } from '../../chat/language.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import type { Role } from './rules.ts';

/** Someone who has a role. */
export interface Appointed extends Mention {
  readonly id: string;
  readonly role: Role;
  /** As the platform told it when they were appointed. */
  readonly language: Language | null;
  readonly since: number;
}

const rolesOfAccount = prepared((db, person: PersonRef) =>
  db
    .selectFrom('roles')
    .select('role')
    .where((row) => row.and(personColumns(person))),
);

/** The roles that these accounts of one person have. */
export async function findAppointed(db: Executor, accounts: readonly PersonRef[]): Promise<Role[]> {
  const found: Role[] = [];
  for (const account of accounts)
    found.push(...(await rolesOfAccount(db, account)).rows.map(({ role }) => role));
  return found;
}

/** Everyone who has been appointed, those first who have been for longest. */
export async function findAllAppointed(db: Executor): Promise<readonly Appointed[]> {
  const rows = await db.selectFrom('roles').selectAll().orderBy('appointed_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    person: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    name: row.name,
    role: row.role,
    language: row.language,
    since: row.appointed_at,
  }));
}

/** True when it's news. */
export async function appoint(
  db: Executor,
  { person, name, language = null }: Mention & { readonly language?: Language | null },
  role: Role,
  now: number,
): Promise<boolean> {
  const inserted = await db
    .insertInto('roles')
    .values({ id: newId(), ...personColumns(person), name, language, role, appointed_at: now })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id', 'role']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes all roles that chat has given this account, and says which those were. */
export async function dismiss(db: Executor, account: PersonRef): Promise<readonly Role[]> {
  const rows = await db
    .deleteFrom('roles')
    .where((row) => row.and(personColumns(account)))
    .returning('role')
    .execute();
  return rows.map(({ role }) => role);
}
