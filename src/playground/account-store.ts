import type { WeekAccount } from '../../adapters/playground/backstage.ts';
import { ward } from '../../adapters/playground/ward.ts';
import type { IsoWeek } from '../calendar/iso-week.ts';
import type { Database } from '../db/schema.ts';
import { nudgeBatch } from '../features/nudges/messages.ts';
import { accountOf, outcomeOf } from '../features/nudges/store.ts';

/** The sums that an administrator's figures begin with, and which of the ward's people are in them. */
export async function readAccount(db: Database, week: IsoWeek): Promise<WeekAccount> {
  const members = await db.selectFrom('members').select(['id', 'person_id']).orderBy('person_id').execute();
  const inOutbox = await db
    .selectFrom('outbox')
    .select(['person_id', 'status'])
    .where('batch', '=', nudgeBatch(week))
    .execute();
  const notSent = await db
    .selectFrom('nudges_not_sent')
    .select(['member_id', 'outcome'])
    .where('week', '=', week)
    .execute();
  const outcomes = new Map<string, string>([
    ...notSent.map((row) => [row.member_id, row.outcome] as const),
    ...inOutbox.map((row) => [row.person_id, outcomeOf[row.status]] as const),
  ]);
  const onThePage = members.filter((member) => ward.some(({ id }) => id === member.person_id));
  const people = onThePage.map((member) => ({
    id: member.person_id,
    outcome: outcomes.get(member.person_id) ?? outcomes.get(member.id) ?? null,
  }));
  return { week, ...(await accountOf(db, week)), people };
}
