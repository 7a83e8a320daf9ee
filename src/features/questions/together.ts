import type { Mention } from '../../chat/card.ts';
import type { Executor } from '../../db/schema.ts';
import { writeAudit } from '../audit/store.ts';
import { saveImport } from './import.ts';
import type { PostedQuestions } from './rules.ts';

/**
 * Writes several weeks and who did it, all or none. False when the first of them went out meanwhile: then nothing is
 * written. Weeks go out in their order, so a later one alone never does; if it did, throwing would leave nothing behind.
 */
export async function saveTogether(
  db: Executor,
  posted: readonly PostedQuestions[],
  { by, action, now }: { readonly by: Mention; readonly action: 'posted' | 'moved'; readonly now: number },
): Promise<boolean> {
  const inOrder = posted.toSorted((one, other) => (one.week < other.week ? -1 : 1));
  const out = await saveImport(db, inOrder);
  if (out !== null && out === inOrder[0]?.week) return false;
  if (out !== null) throw new Error('a week went out while an earlier one had not');
  for (const { week } of inOrder) await writeAudit(db, { by, action, about: week }, now);
  return true;
}
