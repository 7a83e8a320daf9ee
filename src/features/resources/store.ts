import { dayText, localDay } from '../../calendar/local-time.ts';
import type { Resource } from '../../content/resources.ts';
import type { Executor } from '../../db/schema.ts';
import { fingerprint } from '../../system/ids.ts';

/**
 * The lines as this hospital knows them: one that was looked up in chat since the file says has that day, in the hospital's
 * zone. Once its number or its hours are changed in the file, that no longer counts.
 */
export async function withVerified(
  db: Executor,
  lines: readonly Resource[],
  timeZone: string,
): Promise<readonly Resource[]> {
  const rows = await db.selectFrom('verified_lines').selectAll().execute();
  const verified = new Map(rows.map((row) => [`${row.line_id} ${row.said_then}`, row.verified_at]));
  return lines.map((line) => {
    const at = verified.get(`${line.id} ${saidBy(line)}`);
    const day = at === undefined ? '' : dayText(localDay(at, timeZone));
    return day < line.last_verified ? line : { ...line, last_verified: day, verified_by: 'chat' };
  });
}

export async function saveVerified(db: Executor, line: Resource, now: number): Promise<void> {
  const seen = { said_then: saidBy(line), verified_at: now };
  await db
    .insertInto('verified_lines')
    .values({ line_id: line.id, ...seen })
    .onConflict((conflict) => conflict.column('line_id').doUpdateSet(seen))
    .execute();
}

/** What is looked up: the number and the hours, not how the line is described. */
function saidBy({ words: { en }, open }: Resource): string {
  return fingerprint(JSON.stringify([en.reach, en.hours, open]));
}
