import { type Cadence, cadences } from '../../calendar/monday.ts';
import type { Executor } from '../../db/schema.ts';

/** How many members have their Mondays how often. */
export async function countByCadence(db: Executor): Promise<Readonly<Record<Cadence, number>>> {
  const rows = await db
    .selectFrom('members')
    .select(['cadence', (select) => select.fn.countAll<number>().as('members')])
    .where('cadence', 'is not', null)
    .groupBy('cadence')
    .execute();
  const counts = cadences.map((cadence) => {
    const row = rows.find((one) => one.cadence === cadence);
    return [cadence, Number(row?.members ?? 0)];
  });
  return Object.fromEntries(counts);
}
