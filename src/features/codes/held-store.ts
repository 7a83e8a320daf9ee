import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { fingerprint } from '../../system/ids.ts';

export interface HeldCode {
  readonly madeAt: number;
  readonly worksUntil: number;
}

export function findCodesOf(db: Executor, memberId: string): Promise<HeldCode[]> {
  return db
    .selectFrom('invitation_codes')
    .select(['created_at as madeAt', 'expires_at as worksUntil'])
    .where('inviter_id', '=', memberId)
    .orderBy('created_at')
    .execute();
}

/** When someone entered codes that didn't work. */
export async function findWrongCodes(db: Executor, account: PersonRef): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('wrong_codes')
    .select('entered_at')
    .where('person_fingerprint', '=', fingerprint(personKey(account)))
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => row.entered_at);
}
