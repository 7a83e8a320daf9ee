import type { Executor } from '../db/schema.ts';

/**
 * Deletes messages whose keys begin so, with the changes of them, once nothing of one is on its way any more: for messages of
 * which not even that they were sent should be kept. Those in `kept` stay, since they may yet be changed. How many rows.
 */
export async function forgetThrough(
  db: Executor,
  beginning: string,
  kept: ReadonlySet<string>,
): Promise<number> {
  const messages = await rowsBeginning(db, beginning);
  const changes = await rowsBeginning(db, `change:${beginning}`);
  const onTheWay = new Set(
    [...messages, ...changes]
      .filter(({ status }) => status === 'waiting' || status === 'claimed')
      .map(({ key, changes_key }) => changes_key ?? key),
  );
  const through = [...messages, ...changes].filter(({ key, changes_key }) => {
    const message = changes_key ?? key;
    return !kept.has(message) && !onTheWay.has(message);
  });
  for (const { key, version } of through)
    await db
      .deleteFrom('outbox')
      .where('key', '=', key)
      // A change that has been queued meanwhile brings the row back to life.
      .where('status', 'not in', ['waiting', 'claimed'])
      .where('version', '=', version)
      .execute();
  return through.length;
}

/** Keys are made of ASCII, and none has a `~`. */
function rowsBeginning(db: Executor, beginning: string) {
  return db
    .selectFrom('outbox')
    .select(['key', 'changes_key', 'status', 'version'])
    .where('key', '>=', beginning)
    .where('key', '<', `${beginning}~`)
    .execute();
}
