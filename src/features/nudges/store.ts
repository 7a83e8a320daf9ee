import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { MessageRef } from '../../chat/delivery.ts';
import type { PersonRef } from '../../chat/person.ts';
import { addNew } from '../../db/add-new.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import type { OutboxStatus } from '../../outbox/table.ts';
import type { NotDelivered } from '../checkins/rules.ts';
import type { Progress } from '../guard/progress.ts';
import { firstBatch, nudgeBatch, nudgeKey, weekOfBatch } from './messages.ts';
import type { NudgeSumsTable, NudgesNotSentTable } from './table.ts';

export type Outcome = NudgeSumsTable['outcome'];

/** A week's nudges: everyone who was eligible is in exactly one of the others. */
export interface Account extends Record<Outcome | 'pending', number> {
  readonly eligible: number;
}

export const outcomeOf: Record<OutboxStatus, Outcome | 'pending'> = {
  waiting: 'pending',
  claimed: 'pending',
  sent: 'sent',
  unreachable: 'unreachable',
  failed: 'failed',
  expired: 'missed',
};

/** eligible = sent + paused + unpaired + unreachable + failed + missed + pending, for one ISO week. */
export async function accountOf(db: Executor, week: IsoWeek): Promise<Account> {
  const counts = { sent: 0, paused: 0, unpaired: 0, unreachable: 0, failed: 0, missed: 0, pending: 0 };
  const inOutbox = await db
    .selectFrom('outbox')
    .select(['status', (select) => select.fn.countAll<number>().as('members')])
    .where('batch', '=', nudgeBatch(week))
    .groupBy('status')
    .execute();
  for (const row of inOutbox) counts[outcomeOf[row.status]] += Number(row.members);
  const notSent = await db
    .selectFrom('nudges_not_sent')
    .select(['outcome', (select) => select.fn.countAll<number>().as('members')])
    .where('week', '=', week)
    .groupBy('outcome')
    .execute();
  for (const row of notSent) counts[row.outcome] += Number(row.members);
  const sums = await db
    .selectFrom('nudge_sums')
    .select(['outcome', 'members'])
    .where('week', '=', week)
    .execute();
  for (const row of sums) counts[row.outcome] += row.members;
  const eligible = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { eligible, ...counts };
}

/**
 * Counts only those who had their Monday at the same instant as at least `smallest` of them: where one person's comes later
 * than all the others', nothing changes with it. Null before anyone's.
 */
export async function progressOf(db: Executor, week: IsoWeek, smallest: number): Promise<Progress | null> {
  const rows = await db
    .selectFrom('outbox')
    .select(['created_at', 'status', (select) => select.fn.countAll<number>().as('members')])
    .where('batch', '=', nudgeBatch(week))
    .groupBy(['created_at', 'status'])
    .execute();
  if (rows.length === 0) return null;
  const progress = { sent: 0, failed: 0, waiting: 0 };
  for (const group of Map.groupBy(rows, (row) => row.created_at).values()) {
    if (group.reduce((sum, row) => sum + Number(row.members), 0) < smallest) continue;
    for (const row of group) progress[standing[row.status]] += Number(row.members);
  }
  return progress;
}

const standing: Record<OutboxStatus, keyof Progress> = {
  waiting: 'waiting',
  claimed: 'waiting',
  sent: 'sent',
  unreachable: 'failed',
  failed: 'failed',
  expired: 'failed',
};

/** Before the messages to an account are erased: what became of its nudges stays in the sums. */
export async function keepNudgeSums(db: Executor, person: PersonRef): Promise<void> {
  const theirs = await db
    .selectFrom('outbox')
    .select(['batch', 'status'])
    .where((row) => row.and(personColumns(person)))
    .where('batch', '>=', firstBatch)
    .where('batch', '<', `${firstBatch}~`)
    .execute();
  for (const row of theirs) await addToSum(db, weekOfBatch(row.batch), outcomeOf[row.status], 1);
}

/** Before a member goes: why they got no nudge stays in the sums. */
export async function keepNotSentSums(db: Executor, memberId: string): Promise<void> {
  const notSent = await db
    .selectFrom('nudges_not_sent')
    .selectAll()
    .where('member_id', '=', memberId)
    .execute();
  for (const row of notSent) await addToSum(db, row.week, row.outcome, 1);
}

/** Everything of the weeks before `week`: what may be shown of them has been released. */
export async function forgetNudgesBefore(db: Executor, week: IsoWeek): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('batch', '>=', firstBatch)
    .where('batch', '<', nudgeBatch(week))
    .execute();
  await db.deleteFrom('nudges_not_sent').where('week', '<', week).execute();
  await db.deleteFrom('nudge_sums').where('week', '<', week).execute();
}

/** Rows of the same member and week are there once. */
export async function addNotSent(db: Executor, rows: readonly NudgesNotSentTable[]): Promise<void> {
  await addNew(db, 'nudges_not_sent', rows);
}

/** A nudge that still waited when its rows went was never sent: it was missed. */
async function addToSum(
  db: Executor,
  week: IsoWeek,
  outcome: Outcome | 'pending',
  members: number,
): Promise<void> {
  await db
    .insertInto('nudge_sums')
    .values({ week, outcome: outcome === 'pending' ? 'missed' : outcome, members })
    .onConflict((conflict) =>
      conflict
        .columns(['week', 'outcome'])
        .doUpdateSet((set) => ({ members: set('nudge_sums.members', '+', members) })),
    )
    .execute();
}

/** A weekly message, and where it stands: null until it's sent, and where the platform didn't say. */
export interface Nudge {
  readonly isSent: boolean;
  readonly messageRef: MessageRef | null;
}

/** The weekly messages of these members that were made and are still known, by the member's id. */
export async function findNudges(
  db: Executor,
  memberIds: readonly string[],
  week: IsoWeek,
): Promise<ReadonlyMap<string, Nudge>> {
  if (memberIds.length === 0) return new Map();
  const idOf = new Map(memberIds.map((id) => [nudgeKey(id, week), id]));
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'status', 'message_ref'])
    .where('key', 'in', [...idOf.keys()])
    .execute();
  return new Map(
    rows.map(({ key, status, message_ref: messageRef }) => [
      idOf.get(key) ?? '',
      { isSent: status === 'sent', messageRef },
    ]),
  );
}

/** Why a member's message of a week isn't in their chat. See `WhyNotDelivered` in turn.ts. */
export async function whyNotDelivered(
  db: Executor,
  memberId: string,
  week: IsoWeek,
): Promise<NotDelivered | null> {
  const outcome = await findOutcome(db, memberId, week);
  return outcome === 'unreachable' || outcome === 'failed' || outcome === 'missed' ? outcome : null;
}

/** What became of a member's week; null before their Monday, and once its rows have gone. */
export async function findOutcome(
  db: Executor,
  memberId: string,
  week: IsoWeek,
): Promise<Outcome | 'pending' | null> {
  const row = await db
    .selectFrom('outbox')
    .select('status')
    .where('key', '=', nudgeKey(memberId, week))
    .executeTakeFirst();
  if (row !== undefined) return outcomeOf[row.status];
  const notSent = await db
    .selectFrom('nudges_not_sent')
    .select('outcome')
    .where('member_id', '=', memberId)
    .where('week', '=', week)
    .executeTakeFirst();
  return notSent?.outcome ?? null;
}
