import { operatorKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { findUnlogged, markLogged, type UnloggedEntry } from './log-store.ts';
import { isAuditAction, isLineAction } from './rules.ts';

/** Writes lines where the collector finds them; throws where it can't, and they're written again at the next tick. */
export type WriteLines = (lines: string) => Promise<void>;

const atOnce = 500;

/**
 * Writes what isn't in the log yet, the oldest first, and marks it only then: each entry comes at least once. After a
 * kill in between it comes twice, with the same id. Returns how many it wrote.
 */
export async function logAudit(db: Executor, write: WriteLines, now: number): Promise<number> {
  let count = 0;
  for (;;) {
    const entries = await findUnlogged(db, atOnce);
    if (entries.length === 0) return count;
    await write(entries.map((entry) => `${JSON.stringify(lineOf(entry))}\n`).join(''));
    await markLogged(
      db,
      entries.map(({ id }) => id),
      now,
    );
    count += entries.length;
  }
}

/** People by their account, as operators write them, and never by name. A phone line's name may hold one, too. */
function lineOf({ id, at, action, about, by, to }: UnloggedEntry) {
  return {
    type: 'buddy-audit',
    id,
    time: new Date(at).toISOString(),
    action,
    about: isAuditAction(action) && isLineAction(action) ? '' : about,
    by: by === null ? null : operatorKey(by),
    to: to === null ? null : operatorKey(to),
  };
}
