import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { callersFolder } from '../config/callers-folder.ts';
import { codeOf } from '../db/failures.ts';
import { transact } from '../db/transact.ts';
import { checkImport, type ImportFault, saveImport } from '../features/questions/import.ts';
import { type ReadImport, readCsvImport, readYamlImport } from '../features/questions/read-import.ts';
import { earliestOpenWeek } from '../features/questions/rules.ts';
import { findFrozenWeeks } from '../features/questions/store.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

export interface ImportOptions {
  readonly dryRun?: true;
  readonly replace?: true;
}

/** Posts the weeks of a file, all or none. */
export async function importQuestions(name: string, { dryRun, replace }: ImportOptions): Promise<void> {
  const file = resolve(callersFolder(), name);
  const { text, note } = readText(file);
  const read: ReadImport = /^\.ya?ml$/i.test(extname(file)) ? readYamlImport(text) : readCsvImport(text);
  if (!read.ok) throw new OperatorError(nothingTaken(name, read.faults));
  if (read.weeks.length === 0) throw new OperatorError(`${name} has no week in it.`);
  await withParts(async ({ db, content, clock }) => {
    const now = clock.now();
    const said = await transact(db, async (transaction) => {
      const planning = { now, frozen: await findFrozenWeeks(transaction, earliestOpenWeek(now)) };
      const how = { planning, bank: content.bank, mayReplace: replace === true };
      const checked = await checkImport(transaction, read.weeks, how);
      if (!checked.ok) throw new OperatorError(nothingTaken(name, checked.faults.map(sayFault)));
      const lines = checked.weeks.map(({ week, first, second }) => `${week}  ${first} / ${second}`);
      if (dryRun === true)
        return [...lines, `Nothing was taken: without --dry-run, ${weeks(lines.length)} would be.`];
      const out = await saveImport(transaction, checked.weeks);
      if (out !== null) throw new OperatorError(`${out} went out meanwhile: nothing was taken.`);
      return [...lines, `Took ${weeks(lines.length)}.`];
    });
    console.log([...(note === null ? [] : [note]), ...said].join('\n'));
  });
}

function weeks(count: number): string {
  return count === 1 ? 'one week' : `${count} weeks`;
}

/** Excel on Windows may write its own code page; what's in UTF-16 has to be saved another way. */
function readText(file: string): { readonly text: string; readonly note: string | null } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new OperatorError(`${file} can't be read (${codeOf(error) ?? 'unknown'}).`);
  }
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff' || bytes.includes(0))
    throw new OperatorError(`${file} is in UTF-16, or is no text. Save it as CSV UTF-8 and try again.`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return {
      text,
      note: `Note: ${file} isn't UTF-8 and was read as Windows-1252. Look at the accents below.`,
    };
  }
}

function nothingTaken(name: string, faults: readonly string[]): string {
  return [`Nothing was taken from ${name}:`, ...faults].join('\n');
}

const reasons: Readonly<Record<ImportFault['why'], string>> = {
  'no-week': 'is no ISO week, such as 2026-W48',
  past: 'is over',
  'too-far': 'is more than two years ahead',
  frozen: 'is out already',
  missing: 'is missing',
  'too-long': 'is too long',
  'no-choice': 'is missing',
  taken: 'has questions of its own: add --replace to put these in their place',
  twice: 'stands twice',
};

function sayFault({ line, field, why }: ImportFault): string {
  return `line ${line}: ${field} ${reasons[why]}`;
}
