import type { BankSet } from '../../content/bank.ts';
import type { Executor } from '../../db/schema.ts';
import type { ImportedWeek } from './read-import.ts';
import { checkQuestions, type Fault, type Planning, type PostedQuestions, wouldReplace } from './rules.ts';
import { findPlanned, saveQuestions } from './store.ts';

/** One that can't be taken: the line, the field as the file calls it, and what's wrong. */
export interface ImportFault {
  readonly line: number;
  readonly field: string;
  readonly why: Fault | 'twice';
}

export type CheckedImport =
  | { readonly ok: true; readonly weeks: readonly PostedQuestions[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

const names: Readonly<Record<string, string>> = { firstInSpanish: 'first_es', secondInSpanish: 'second_es' };

/** Every fault at once. `mayReplace`: what someone has posted may go. */
export async function checkImport(
  db: Executor,
  imported: readonly ImportedWeek[],
  { planning, bank, mayReplace }: { planning: Planning; bank: readonly BankSet[]; mayReplace: boolean },
): Promise<CheckedImport> {
  const faults: ImportFault[] = [];
  const weeks: (PostedQuestions & { readonly line: number })[] = [];
  for (const { line, answers } of imported) {
    const checked = checkQuestions(answers, planning);
    if (checked.ok) {
      if (weeks.some(({ week }) => week === checked.value.week))
        faults.push({ line, field: 'week', why: 'twice' });
      weeks.push({ ...checked.value, line });
      continue;
    }
    for (const [field, why] of Object.entries(checked.faults))
      if (why !== undefined) faults.push({ line, field: names[field] ?? field, why });
  }
  const standing = await findPlanned(
    db,
    bank,
    weeks.map(({ week }) => week),
  );
  for (const [place, { line, ...posted }] of weeks.entries()) {
    const there = standing[place];
    if (there !== undefined && wouldReplace(there, posted, mayReplace))
      faults.push({ line, field: 'week', why: 'taken' });
  }
  if (faults.length > 0) return { ok: false, faults: faults.toSorted((one, other) => one.line - other.line) };
  return { ok: true, weeks };
}

/** In a transaction. The week that went out meanwhile, and then nothing may be kept; null when all is written. */
export async function saveImport(db: Executor, weeks: readonly PostedQuestions[]): Promise<string | null> {
  for (const { week, ...posted } of weeks) if (!(await saveQuestions(db, week, posted))) return week;
  return null;
}
