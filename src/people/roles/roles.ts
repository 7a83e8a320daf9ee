import { operatorKey, type PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import type { Role } from './rules.ts';
import { findAppointed } from './store.ts';

/** Who has which role. */
export interface Roles {
  /** The roles of who speaks from `account`, whose others are among `accounts`, as they stand in this transaction. */
  rolesOf(
    db: Executor,
    account: PersonRef,
    accounts: readonly [PersonRef, ...PersonRef[]],
  ): Promise<ReadonlySet<Role>>;
}

/**
 * Administrators are those who the environment names by operator's keys, in the workspace that's served; they appoint
 * everyone else from chat. Being named there makes nobody a director.
 */
export function rolesFrom(admins: ReadonlySet<string>): Roles {
  return {
    async rolesOf(db, account, accounts) {
      const appointed = await findAppointed(db, accounts);
      return new Set(admins.has(operatorKey(account)) ? ['administrator', ...appointed] : appointed);
    },
  };
}
