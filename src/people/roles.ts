import { operatorKey, type PersonRef } from '../chat/person.ts';
import type { Executor } from '../db/schema.ts';

/** What someone may do here that others may not. */
export type Role = 'administrator';

/** Who has which role. */
export interface Roles {
  /** The roles of an account, as they stand in this transaction. */
  rolesOf(db: Executor, account: PersonRef): Promise<ReadonlySet<Role>>;
}

const administrator: ReadonlySet<Role> = new Set(['administrator']);
const none: ReadonlySet<Role> = new Set();

/** Administrators are those that the environment names by operator's keys, in the workspace that's served. */
export function rolesFromEnvironment(admins: ReadonlySet<string>): Roles {
  return {
    rolesOf: async (_, account) => (admins.has(operatorKey(account)) ? administrator : none),
  };
}
