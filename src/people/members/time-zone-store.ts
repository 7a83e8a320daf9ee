import type { Executor } from '../../db/schema.ts';

/** Every time zone that a member lives in. */
export async function findTimeZones(db: Executor): Promise<readonly string[]> {
  const rows = await db.selectFrom('members').select('time_zone').distinct().execute();
  return rows.map((row) => row.time_zone);
}
