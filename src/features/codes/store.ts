import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { fingerprint, newId } from '../../system/ids.ts';
import { codeLastsMs, mostCodes } from './rules.ts';

/** Writes a code of this member, by its fingerprint. Returns true when an older one had to make room. */
export async function addCode(db: Executor, inviterId: string, code: string, now: number): Promise<boolean> {
  const waiting = await findCodes(db, inviterId, now);
  const surplus = waiting.slice(mostCodes - 1).map((row) => row.code_fingerprint);
  if (surplus.length > 0)
    await db.deleteFrom('invitation_codes').where('code_fingerprint', 'in', surplus).execute();
  await db
    .insertInto('invitation_codes')
    .values({
      code_fingerprint: fingerprint(code),
      inviter_id: inviterId,
      created_at: now,
      expires_at: now + codeLastsMs,
    })
    .execute();
  return surplus.length > 0;
}

/** The member whose code this is, when it still works. */
export async function findInviterByCode(db: Executor, code: string, now: number): Promise<string | null> {
  const row = await db
    .selectFrom('invitation_codes')
    .select('inviter_id')
    .where('code_fingerprint', '=', fingerprint(code))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.inviter_id ?? null;
}

/** True for the one who used it up. */
export async function useCode(db: Executor, code: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('invitation_codes')
    .where('code_fingerprint', '=', fingerprint(code))
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** When a member's codes that still work run out, newest first; epoch milliseconds. */
export async function findCodes(
  db: Executor,
  inviterId: string,
  now: number,
): Promise<{ code_fingerprint: string; expires_at: number }[]> {
  return db
    .selectFrom('invitation_codes')
    .select(['code_fingerprint', 'expires_at'])
    .where('inviter_id', '=', inviterId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

export async function countWrongCodes(db: Executor, person: PersonRef, since: number): Promise<number> {
  const row = await db
    .selectFrom('wrong_codes')
    .select((select) => select.fn.countAll<number>().as('wrong'))
    .where('person_fingerprint', '=', fingerprint(personKey(person)))
    .where('entered_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.wrong);
}

export async function addWrongCode(db: Executor, person: PersonRef, now: number): Promise<void> {
  const row = { id: newId(), person_fingerprint: fingerprint(personKey(person)), entered_at: now };
  await db.insertInto('wrong_codes').values(row).execute();
}

/** Codes that ran out, and wrong ones that no longer count. */
export async function forgetCodesBefore(db: Executor, now: number, wrongBefore: number): Promise<void> {
  await db.deleteFrom('invitation_codes').where('expires_at', '<=', now).execute();
  await db.deleteFrom('wrong_codes').where('entered_at', '<=', wrongBefore).execute();
}
