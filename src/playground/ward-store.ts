import { sql } from 'kysely';
import { millisecondsInMinute } from '../calendar/spans.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';

/** The scheduler looks for invitations that have waited too long every ten minutes. */
const noticedWithinMs = 10 * millisecondsInMinute;

/** When the next thing happens after `now`, by what is written; null when nothing does. Retries are not waited for. */
export async function nextDueAfter(db: Database, now: number): Promise<number | null> {
  const member = await db
    .selectFrom('members')
    .select((row) => row.fn.min('next_nudge_at').as('at'))
    .where('next_nudge_at', '>', now)
    .executeTakeFirst();
  const message = await db
    .selectFrom('outbox')
    .select((row) => row.fn.min('due_at').as('at'))
    .where('status', '=', 'waiting')
    .where('attempts', '=', 0)
    .where('due_at', '>', now)
    .executeTakeFirst();
  const invitation = await db
    .selectFrom('invitations')
    .select((row) => row.fn.min('expires_at').as('at'))
    .where('status', '=', 'waiting')
    .where('expires_at', '>', now - noticedWithinMs)
    .executeTakeFirst();
  const referral = await db
    .selectFrom('referrals')
    .select((row) => row.fn.min('deadline_at').as('at'))
    .where('deadline_at', '>', now)
    .executeTakeFirst();
  const noticed = invitation?.at == null ? [] : [invitation.at + noticedWithinMs];
  const instants = [...[member, message, referral].flatMap((row) => row?.at ?? []), ...noticed];
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Whether nothing is on its way, and nothing waits that could go now: what the platform holds back can't. */
export async function isSettled(db: Database, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .leftJoin('pace', (join) =>
      join
        .onRef('pace.platform', '=', 'outbox.platform')
        .onRef('pace.workspace', '=', 'outbox.workspace')
        .onRef('pace.lane', '=', 'outbox.lane'),
    )
    .select('key')
    .where((where) =>
      where.or([
        where('status', '=', 'claimed'),
        where.and([
          where('status', '=', 'waiting'),
          where('due_at', '<=', now),
          where.or([where('useful_until', 'is', null), where('useful_until', '>', now)]),
          where.or([where('held_until', 'is', null), where('held_until', '<=', now)]),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Whether a referral is open about a colleague who someone should reach out to. */
export async function isAnyoneReferred(db: Database): Promise<boolean> {
  return (await db.selectFrom('referrals').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Empties every table but those that say which migrations ran. */
export async function emptyEverything(db: Database): Promise<void> {
  const tables = await db.introspection.getTables();
  await transact(db, async (transaction) => {
    for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(transaction);
  });
}

/** How many rows this process has written, changed or deleted since it opened the database. */
export async function countChanges(db: Database): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(db);
  return rows[0]?.changes ?? 0;
}

/** Nothing of a ward has to outlive a power cut: each start begins a fresh one. Without waiting for the disk, half a year takes seconds. */
export async function leaveTheDiskOut(db: Database): Promise<void> {
  await sql`pragma synchronous = off`.execute(db);
}
