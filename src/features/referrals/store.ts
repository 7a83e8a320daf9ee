import type { Selectable, Updateable } from 'kysely';
import { locksRows } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import type { ReferralsTable } from './table.ts';

export interface Referral {
  readonly id: string;
  readonly keyId: string;
  readonly sealed: string;
  readonly colleagueFingerprint: string | null;
  readonly askerFingerprint: string | null;
  readonly state: ReferralsTable['state'];
  readonly soon: ReferralsTable['soon'];
  /** The colleague chose the supporter: the desk doesn't see it. */
  readonly isHidden: boolean;
  readonly waitsFor: ReferralsTable['waits_for'];
  readonly waitsSince: number;
  readonly deadlineAt: number;
  readonly openedAt: number;
  readonly reachedAt: number | null;
}

export async function addReferral(db: Executor, referral: Omit<Referral, 'id'>): Promise<Referral> {
  const row = { ...referral, id: newId() };
  await db.insertInto('referrals').values(columnsOf(row)).execute();
  return row;
}

/** As it stays until this transaction is over; null once it has closed. */
export async function lockReferral(db: Executor, id: string): Promise<Referral | null> {
  const row = await db
    .selectFrom('referrals')
    .selectAll()
    .where('id', '=', id)
    .$if(locksRows(db), (rows) => rows.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : referralOf(row);
}

/** The oldest first. */
export async function findOpen(db: Executor): Promise<readonly Referral[]> {
  const rows = await db.selectFrom('referrals').selectAll().orderBy('opened_at').orderBy('id').execute();
  return rows.map(referralOf);
}

/** The ids of those whose deadline has come, the longest overdue first. */
export async function findOverdue(db: Executor, now: number, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('referrals')
    .select('id')
    .where('deadline_at', '<=', now)
    .orderBy('deadline_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether the deadline of one has come, and nobody has moved it on. */
export async function isAnyOverdue(db: Executor, now: number): Promise<boolean> {
  return (await findOverdue(db, now, 1)).length > 0;
}

/** What waits for someone with a role that nobody has any more is due now. */
export async function bringForward(db: Executor, now: number): Promise<void> {
  await db
    .updateTable('referrals')
    .set({ deadline_at: now })
    .where('state', '=', 'waiting')
    .where('waits_for', 'in', ['director', 'deputy'])
    .where('deadline_at', '>', now)
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('roles').select('roles.id').whereRef('roles.role', '=', 'referrals.waits_for'),
        ),
      ),
    )
    .execute();
}

export async function findAbout(db: Executor, fingerprints: readonly string[]): Promise<readonly Referral[]> {
  if (fingerprints.length === 0) return [];
  const rows = await db
    .selectFrom('referrals')
    .selectAll()
    .where('colleague_fingerprint', 'in', fingerprints)
    .orderBy('opened_at')
    .execute();
  return rows.map(referralOf);
}

export async function findAskedBy(
  db: Executor,
  fingerprints: readonly string[],
): Promise<readonly Referral[]> {
  if (fingerprints.length === 0) return [];
  const rows = await db
    .selectFrom('referrals')
    .selectAll()
    .where('asker_fingerprint', 'in', fingerprints)
    .execute();
  return rows.map(referralOf);
}

/** Under which keys something open is sealed. */
export async function findKeysInUse(db: Executor): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('referrals').select('key_id').distinct().execute();
  return new Set(rows.map(({ key_id }) => key_id));
}

export async function saveReferral(
  db: Executor,
  id: string,
  changed: Partial<Omit<Referral, 'id'>>,
): Promise<void> {
  await db.updateTable('referrals').set(columnsOf(changed)).where('id', '=', id).execute();
}

/** With everything that hangs on it. */
export async function deleteReferral(db: Executor, id: string): Promise<void> {
  await db.deleteFrom('referrals').where('id', '=', id).execute();
}

function columnsOf(referral: Referral): ReferralsTable;
function columnsOf(referral: Partial<Referral>): Updateable<ReferralsTable>;
function columnsOf(referral: Partial<Referral>): Updateable<ReferralsTable> {
  const { isHidden } = referral;
  return {
    id: referral.id,
    key_id: referral.keyId,
    sealed: referral.sealed,
    colleague_fingerprint: referral.colleagueFingerprint,
    asker_fingerprint: referral.askerFingerprint,
    state: referral.state,
    soon: referral.soon,
    hidden: isHidden === undefined ? undefined : isHidden ? 1 : 0,
    waits_for: referral.waitsFor,
    waits_since: referral.waitsSince,
    deadline_at: referral.deadlineAt,
    opened_at: referral.openedAt,
    reached_at: referral.reachedAt,
  };
}

function referralOf(row: Selectable<ReferralsTable>): Referral {
  return {
    id: row.id,
    keyId: row.key_id,
    sealed: row.sealed,
    colleagueFingerprint: row.colleague_fingerprint,
    askerFingerprint: row.asker_fingerprint,
    state: row.state,
    soon: row.soon,
    isHidden: row.hidden === 1,
    waitsFor: row.waits_for,
    waitsSince: row.waits_since,
    deadlineAt: row.deadline_at,
    openedAt: row.opened_at,
    reachedAt: row.reached_at,
  };
}
