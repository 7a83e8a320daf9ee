import type { Language } from '../chat/language.ts';
import type { PersonRef, Profile } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Executor } from '../db/schema.ts';
import { findChosenLanguage } from './chosen-languages/store.ts';
import { findContact } from './contacts/store.ts';
import { findMemberWithAccounts } from './members/account-store.ts';
import type { Member } from './members/store.ts';
import { readerAt, readerOf } from './readers.ts';
import type { Roles } from './roles/roles.ts';
import type { Role } from './roles/rules.ts';

/** Who an event comes from, resolved once. */
export interface Actor {
  /** The account that spoke. */
  readonly account: PersonRef;
  /** Null for someone who doesn't take part. */
  readonly member: Member | null;
  /** All accounts of theirs, the one to which messages go first. */
  readonly accounts: readonly [PersonRef, ...PersonRef[]];
  /** Who the platform says they are; looked up where a route asks for it, and null for members. */
  readonly newcomer: Profile | null;
  readonly roles: ReadonlySet<Role>;
  readonly reader: Reader;
}

interface ActorParts {
  readonly db: Executor;
  readonly roles: Roles;
  readonly hospital: Hospital;
}

/**
 * The actor as they stand in `db`: in a transaction that has locked them, as they stay until it's over. `language` is what the platform
 * said of someone who wasn't looked up otherwise.
 */
export async function readActor(
  { db, roles, hospital }: ActorParts,
  account: PersonRef,
  newcomer: Profile | null,
  language: Language | null,
): Promise<Actor> {
  const known = await findMemberWithAccounts(db, account);
  const [main = account, ...others] = known?.accounts ?? [];
  const accounts = [main, ...others] as const;
  const own = { account, accounts, roles: await roles.rolesOf(db, account, accounts) };
  if (known !== null) {
    const { member } = known;
    // They're answered where they spoke, which may be their other account.
    const reader = { ...readerOf(member), platform: account.platform };
    return { ...own, newcomer: null, member, reader };
  }
  const told = [
    await findChosenLanguage(db, account),
    newcomer,
    await findContact(db, account),
    { timeZone: null, language },
  ];
  const reader = readerAt(account, told, hospital);
  return { ...own, newcomer, member: null, reader };
}
