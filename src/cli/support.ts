import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { callersFolder } from '../config/callers-folder.ts';
import { codeOf } from '../db/failures.ts';
import { readHospital } from '../features/program/hospital-store.ts';
import { linesHere } from '../features/resources/own-store.ts';
import { printedRoster } from '../features/roster/printed.ts';
import { findActive } from '../features/supporters/store.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

/** The roster for the break room's wall. A page that was there before is replaced: it's printed again and again. */
export async function printSupport(_what: string, { html }: { readonly html: string }): Promise<void> {
  const file = resolve(callersFolder(), html);
  await withParts(async ({ db, content, clock }, config) => {
    const hospital = await readHospital(db, config.hospital);
    const supporters = await findActive(db);
    const { support } = content;
    const resources = await linesHere(db, content.resources, hospital.timeZone);
    const page = printedRoster({
      supporters,
      content: { support, resources },
      hospital,
      now: clock.now(),
    });
    write(file, page);
    console.log(
      `${supporters.length === 0 ? 'Nobody is on the roster yet. ' : ''}Wrote ${file}. It holds names: print it, and delete it.`,
    );
  });
}

function write(file: string, page: string): void {
  try {
    // Names are nothing for others on this machine.
    writeFileSync(file, page, { mode: 0o600 });
  } catch (error) {
    throw new OperatorError(`${file} could not be written (${codeOf(error)}).`);
  }
}
