import { addWeeks, type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { nudgeBatch } from './messages.ts';

/** Of the members of one platform who were due in a week, how many were sent their questions. */
export interface AskedOnPlatform {
  readonly platform: Platform;
  readonly due: number;
  readonly sent: number;
}

/** Who has been erased since is in none. */
export async function askedByPlatform(db: Executor, week: IsoWeek): Promise<readonly AskedOnPlatform[]> {
  const inOutbox = await db
    .selectFrom('outbox')
    .select(['platform', 'status', (select) => select.fn.countAll<number>().as('members')])
    .where('batch', '=', nudgeBatch(week))
    .groupBy(['platform', 'status'])
    .execute();
  const notSent = await db
    .selectFrom('nudges_not_sent')
    .innerJoin('members', 'members.id', 'member_id')
    .select(['platform', (select) => select.fn.countAll<number>().as('members')])
    .where('week', '=', week)
    .groupBy('platform')
    .execute();
  const byPlatform = Map.groupBy([...inOutbox, ...notSent], ({ platform }) => platform);
  return [...byPlatform].map(([platform, rows]) => ({
    platform,
    due: sumOf(rows),
    sent: sumOf(rows.filter((row) => 'status' in row && row.status === 'sent')),
  }));
}

/**
 * The pairs in which someone was due in a week, and the most of them that one person is in. Sent or not makes no difference:
 * else their number would tell who has paused.
 */
export async function pairsDue(
  db: Executor,
  week: IsoWeek,
): Promise<{ readonly pairs: number; readonly mostOfOne: number }> {
  const due = db
    .selectFrom('outbox')
    .innerJoin('members', (join) =>
      join
        .onRef('members.platform', '=', 'outbox.platform')
        .onRef('members.workspace', '=', 'outbox.workspace')
        .onRef('members.person_id', '=', 'outbox.person_id'),
    )
    .select('members.id')
    .where('batch', '=', nudgeBatch(week))
    .union(db.selectFrom('nudges_not_sent').select('member_id as id').where('week', '=', week));
  const [begins, ends] = [midnight(week), midnight(addWeeks(week, 1))];
  const pairs = await db
    .selectFrom('pairs')
    .select(['first_member_id', 'second_member_id'])
    .where('started_at', '<', ends)
    .where((pair) => pair.or([pair('ended_at', 'is', null), pair('ended_at', '>=', begins)]))
    .where((pair) => pair.or([pair('first_member_id', 'in', due), pair('second_member_id', 'in', due)]))
    .execute();
  const byPerson = Map.groupBy(
    pairs.flatMap((pair) => [pair.first_member_id, pair.second_member_id]),
    (id) => id,
  );
  const mostOfOne = [...byPerson.values()].reduce((most, { length }) => Math.max(most, length), 0);
  return { pairs: pairs.length, mostOfOne };
}

function midnight(week: IsoWeek): number {
  return instantAt(mondayOf(week), 0, 'UTC');
}

function sumOf(rows: readonly { readonly members: number }[]): number {
  return rows.reduce((sum, { members }) => sum + Number(members), 0);
}
