import { type PersonRef, type Platform, parseOperatorKey, personKey, unique } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { addressOf } from '../../outbox/recipient-store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { findServed } from '../../people/operator-store.ts';
import { findAllAppointed } from '../../people/roles/store.ts';

/** A platform on which messages get through, and the workspace that's served there, as far as it's known. */
export interface Way {
  readonly platform: Platform;
  readonly workspace: string | null;
}

export interface Administrator {
  /** Where they're written to. */
  readonly to: PersonRef;
  /** The same for all accounts of theirs, however they're written to. */
  readonly person: string;
}

/**
 * One account of each administrator, appointed or named in the environment: one that Buddy knows the way to, by the first of
 * these ways. Who has none there is left out.
 */
export async function findAdministrators(
  db: Executor,
  named: ReadonlySet<string>,
  ways: readonly Way[],
): Promise<readonly Administrator[]> {
  const found = new Map<string, Administrator>();
  for (const account of unique([...(await findNamed(db, named, ways)), ...(await findAppointedOnes(db))])) {
    const accounts = await accountsOf(db, account);
    const open = ways.flatMap((way) => accounts.filter(({ platform }) => platform === way.platform));
    const to = (await firstWithAddress(db, open)) ?? open[0];
    const [person = personKey(account)] = accounts.map(personKey).sort();
    if (to !== undefined) found.set(person, { to, person });
  }
  return [...found.values()];
}

async function findNamed(
  db: Executor,
  named: ReadonlySet<string>,
  ways: readonly Way[],
): Promise<readonly PersonRef[]> {
  const found: PersonRef[] = [];
  for (const text of named) {
    const key = parseOperatorKey(text);
    if (key === null) continue;
    const workspace = ways.find(({ platform }) => platform === key.platform)?.workspace ?? null;
    const person = (await findServed(db, key)) ?? (workspace === null ? null : { ...key, workspace });
    if (person !== null) found.push(person);
  }
  return found;
}

async function findAppointedOnes(db: Executor): Promise<readonly PersonRef[]> {
  const appointed = await findAllAppointed(db);
  return appointed.filter(({ role }) => role === 'administrator').map(({ person }) => person);
}

async function firstWithAddress(db: Executor, accounts: readonly PersonRef[]): Promise<PersonRef | null> {
  for (const account of accounts) if ((await addressOf(db, account)) !== null) return account;
  return null;
}
