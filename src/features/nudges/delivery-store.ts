import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import type { OutboxStatus } from '../../outbox/table.ts';
import { nudgeBatch } from './messages.ts';

/** So many of a week's messages stand alike. */
export interface Alike {
  readonly platform: Platform;
  /** When they were planned, which is their Monday. */
  readonly at: number;
  readonly status: OutboxStatus;
  readonly attempts: number;
  readonly messages: number;
}

/** How the messages of a week stand. Says nothing of who got none. */
export async function countAlike(db: Executor, week: IsoWeek): Promise<readonly Alike[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => [
      ...(['platform', 'created_at', 'status', 'attempts'] as const),
      fn.countAll<number>().as('messages'),
    ])
    .where('batch', '=', nudgeBatch(week))
    .groupBy(['platform', 'created_at', 'status', 'attempts'])
    .execute();
  return rows.map(({ created_at: at, messages, ...row }) => ({ ...row, at, messages: Number(messages) }));
}

/** Of these weeks' messages on a platform, how many arrived after `instant`, and when the first did; null for none. */
export async function arrivedAfter(
  db: Executor,
  { platform, weeks, instant }: { platform: Platform; weeks: readonly IsoWeek[]; instant: number },
): Promise<{ readonly since: number; readonly messages: number } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll<number>().as('messages'), fn.min('settled_at').as('since')])
    .where('batch', 'in', weeks.map(nudgeBatch))
    .where('platform', '=', platform)
    .where('status', '=', 'sent')
    .where('settled_at', '>', instant)
    .executeTakeFirstOrThrow();
  return row.since === null ? null : { since: row.since, messages: Number(row.messages) };
}
