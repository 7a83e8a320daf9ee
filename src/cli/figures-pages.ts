import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../chat/language.ts';
import { callersFolder } from '../config/callers-folder.ts';
import type { Hospital } from '../config/hospital.ts';
import { codeOf } from '../db/failures.ts';
import type { Database } from '../db/schema.ts';
import { readReleased } from '../features/report/read.ts';
import { OperatorError } from './operator-error.ts';

interface Files {
  readonly html?: string;
  readonly case?: string;
}

/** Where a file lies that was named by whoever typed the command. */
export function inCallersFolder(file: string): string {
  return resolve(callersFolder(), file);
}

/** The pages that were asked for. Those that were there before are replaced: there's a new report after each Monday. */
export async function writePages(
  db: Database,
  { html, case: reckoning }: Files,
  { language, hospital }: { readonly language: Language; readonly hospital: Hospital },
): Promise<void> {
  if (html !== undefined) {
    const { reportPage } = await import('../features/report/page.ts');
    write(html, reportPage(language, await readReleased(db, hospital.smallestGroup)));
  }
  if (reckoning !== undefined) {
    const { casePage } = await import('../features/case/page.ts');
    write(reckoning, casePage(language));
  }
}

function write(name: string, page: string): void {
  const file = inCallersFolder(name);
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw new OperatorError(`${file} could not be written (${codeOf(error)}).`);
  }
  console.log(`Wrote ${file}. Open it in a browser, and print it from there.`);
}
