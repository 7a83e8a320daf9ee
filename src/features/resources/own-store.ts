import type { Resource } from '../../content/resources.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import { asResource, type OwnLine, type WrittenLine } from './own-lines.ts';
import { withVerified } from './store.ts';

/** In the order in which they were added. */
export async function findOwnLines(db: Executor): Promise<readonly OwnLine[]> {
  const rows = await db.selectFrom('hospital_lines').selectAll().orderBy('added_at').orderBy('id').execute();
  return rows.map(({ id, name, reach, hours, who, edited_at, ...row }) => ({
    ...{ id, name, reach, hours, who },
    ...{ nameEs: row.name_es, hoursEs: row.hours_es, whoEs: row.who_es },
    editedAt: edited_at,
  }));
}

/** Those of the file, crisis lines first, and after them those that were added from chat. */
export async function withOwn(
  db: Executor,
  listed: readonly Resource[],
  timeZone: string,
): Promise<readonly Resource[]> {
  const own = await findOwnLines(db);
  return [...listed, ...own.map((line) => asResource(line, timeZone))];
}

/** The same, each with the day on which it was looked up last. */
export async function linesHere(
  db: Executor,
  listed: readonly Resource[],
  timeZone: string,
): Promise<readonly Resource[]> {
  return withVerified(db, await withOwn(db, listed, timeZone), timeZone);
}

export async function addOwnLine(db: Executor, written: WrittenLine, now: number): Promise<OwnLine> {
  const id = newId();
  await db
    .insertInto('hospital_lines')
    .values({ id, ...columnsOf(written), added_at: now, edited_at: now })
    .execute();
  return { id, ...written, editedAt: now };
}

export async function saveOwnLine(
  db: Executor,
  id: string,
  written: WrittenLine,
  now: number,
): Promise<OwnLine> {
  await db
    .updateTable('hospital_lines')
    .set({ ...columnsOf(written), edited_at: now })
    .where('id', '=', id)
    .execute();
  return { id, ...written, editedAt: now };
}

/** With what's known of when it was looked up. */
export async function removeOwnLine(db: Executor, id: string): Promise<void> {
  await db.deleteFrom('hospital_lines').where('id', '=', id).execute();
  await db.deleteFrom('verified_lines').where('line_id', '=', id).execute();
}

function columnsOf({ name, reach, hours, who, nameEs, hoursEs, whoEs }: WrittenLine) {
  return { name, reach, hours, who, name_es: nameEs, hours_es: hoursEs, who_es: whoEs };
}
