import { type PersonRef, type Platform, parseOperatorKey, unique } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { addressOf } from '../../outbox/recipient-store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { findServed } from '../../people/operator-store.ts';
import { findAllAppointed } from '../../people/roles/store.ts';

/** Where messages get through, those platforms first on which they surely do. */
type Ways = readonly Platform[];

/**
 * One account of each administrator, appointed or named in the environment: one that Buddy knows the way to, on the first of
 * these platforms. Who has none there is left out.
 */
export async function findAdministrators(
  db: Executor,
  named: ReadonlySet<string>,
  platforms: Ways,
): Promise<readonly PersonRef[]> {
  const found: PersonRef[] = [];
  for (const account of unique([...(await findNamed(db, named)), ...(await findAppointedOnes(db))])) {
    const accounts = await accountsOf(db, account);
    const open = platforms.flatMap((one) => accounts.filter(({ platform }) => platform === one));
    const first = (await firstWithAddress(db, open)) ?? open[0];
    if (first !== undefined) found.push(first);
  }
  return unique(found);
}

async function findNamed(db: Executor, named: ReadonlySet<string>): Promise<readonly PersonRef[]> {
  const found: PersonRef[] = [];
  for (const text of named) {
    const key = parseOperatorKey(text);
    const person = key === null ? null : await findServed(db, key);
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
