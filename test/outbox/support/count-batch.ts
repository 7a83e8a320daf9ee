import type { Executor } from '../../../src/db/schema.ts';
import type { OutboxStatus } from '../../../src/outbox/table.ts';

/** What became of a batch. What is on its way counts as waiting. */
export async function countBatch(
  db: Executor,
  batch: string,
): Promise<Readonly<Record<Exclude<OutboxStatus, 'claimed'>, number>>> {
  const rows = await db.selectFrom('outbox').select('status').where('batch', '=', batch).execute();
  const count = (...among: readonly OutboxStatus[]): number =>
    rows.filter(({ status }) => among.includes(status)).length;
  return {
    waiting: count('waiting', 'claimed'),
    sent: count('sent'),
    unreachable: count('unreachable'),
    failed: count('failed'),
    expired: count('expired'),
  };
}
