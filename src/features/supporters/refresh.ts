import { millisecondsInDay } from '../../calendar/spans.ts';
import type { LookUp } from '../../chat/adapter.ts';
import type { Language } from '../../chat/language.ts';
import type { PersonRef } from '../../chat/person.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { findUnchecked, saveChecked } from './profile-store.ts';

/** As many at a time as members. */
const batch = 20;

interface Refreshing {
  lookUp(person: PersonRef): Promise<LookUp>;
  /** Erases someone whose account is closed. Passed in, because erasing belongs to a room further right. */
  leave(db: Executor, person: PersonRef): Promise<void>;
}

/**
 * Looks up once a day who supporters are: their names and languages are followed, and whose account is closed comes off the roster. Not
 * everyone on it takes part otherwise, and of those who don't nobody else would hear. Returns how many were looked up.
 */
export async function refreshSupporters(
  db: Database,
  { lookUp, leave }: Refreshing,
  now: number,
): Promise<number> {
  const unchecked = await findUnchecked(db, now - millisecondsInDay, batch);
  const answers = await Promise.all(
    unchecked.map(async ({ id, person }) => ({ id, person, found: await lookUp(person) })),
  );
  for (const { id, person, found } of answers)
    await transact(db, async (transaction) => {
      // Only who the platform knows and calls closed: who can't be looked up may be back tomorrow.
      if ('name' in found && !found.active) return leave(transaction, person);
      await saveChecked(transaction, id, { at: now, ...toldOf(found) });
    });
  return answers.length;
}

function toldOf(found: LookUp): { readonly name?: string; readonly language?: Language } {
  if (!('name' in found)) return {};
  return { name: found.name, ...(found.language === null ? {} : { language: found.language }) };
}
