import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import type { Kind } from './rules.ts';

/** A matter that stands. */
export interface Alarm {
  readonly matter: Matter;
  readonly id: string;
  readonly since: number;
  readonly seenAt: number;
  readonly raisedAt: number | null;
  readonly toldAt: number | null;
}

export type Matter = `${Kind}:${Platform}`;

export function matterOf(kind: Kind, platform: Platform): Matter {
  return `${kind}:${platform}`;
}

export async function findAlarms(db: Executor): Promise<readonly Alarm[]> {
  const rows = await db.selectFrom('alarms').selectAll().execute();
  return rows.map((row) => ({
    matter: row.matter as Matter,
    id: row.id,
    since: row.since,
    seenAt: row.seen_at,
    raisedAt: row.raised_at,
    toldAt: row.told_at,
  }));
}

/**
 * The matter is so at `now`: it begins, or goes on. What it is then; anyone else who sees the same waits until this
 * transaction is over.
 */
export async function noteAlarm(
  db: Executor,
  matter: Matter,
  { since, now }: { readonly since: number; readonly now: number },
): Promise<Alarm> {
  const row = await db
    .insertInto('alarms')
    .values({ matter, id: newId(), since, seen_at: now, raised_at: null, told_at: null })
    .onConflict((conflict) => conflict.column('matter').doUpdateSet({ seen_at: now }))
    .returningAll()
    .executeTakeFirstOrThrow();
  const { id, raised_at: raisedAt, told_at: toldAt } = row;
  return { matter, id, since: row.since, seenAt: now, raisedAt, toldAt };
}

/** It's certain from now on, if it wasn't before. */
export async function markRaised(
  db: Executor,
  { matter, raisedAt, toldAt }: Alarm,
  { now, isTold }: { readonly now: number; readonly isTold: boolean },
): Promise<void> {
  await db
    .updateTable('alarms')
    .set({ raised_at: raisedAt ?? now, told_at: toldAt ?? (isTold ? now : null) })
    .where('matter', '=', matter)
    .execute();
}

/** It's over, unless someone has found it so since `seenBefore`. True for the one who ends it. */
export async function endAlarm(db: Executor, { matter, id }: Alarm, seenBefore: number): Promise<boolean> {
  const ended = await db
    .deleteFrom('alarms')
    .where('matter', '=', matter)
    .where('id', '=', id)
    .where('seen_at', '<=', seenBefore)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}
