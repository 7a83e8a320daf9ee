import type { PersonRef } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import { transact } from '../db/transact.ts';
import { heldRooms } from '../features/held-rooms.ts';
import { createRedraw } from '../features/nudges/redraw.ts';
import { erase } from '../features/privacy/erase.ts';
import { exportParts } from '../features/privacy/export-text.ts';
import { findHeld, isNothingToErase } from '../features/privacy/held.ts';
import { findReader } from '../people/find-reader.ts';
import { findInTables } from '../people/operator-store.ts';
import type { Parts } from '../program/parts.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

/**
 * For a letter under a data-protection law: the same copy as in the chat, on standard output, or the same erasure. Who
 * `slack:U01ABC` means is looked for in every table, so that someone who was only invited is found too.
 */
export function person(what: 'export' | 'erase', named: string): Promise<void> {
  return withParts(async (parts, { hospital }) => {
    const found = await findOne(parts, named);
    await (what === 'export' ? copy(parts, hospital, found) : remove(parts, hospital, found, named));
  });
}

async function findOne({ db }: Parts, named: string): Promise<PersonRef> {
  const found = await findInTables(
    db,
    named,
    heldRooms.flatMap(({ tables }) => tables),
  );
  const [one, ...others] = found;
  if (one === undefined)
    throw new OperatorError(
      `Nothing is held under ${named}. Write the platform and its id for the person, such as slack:U01ABC or teams:<Entra object id>.`,
    );
  if (others.length > 0)
    throw new OperatorError(
      `${named} is in several workspaces, ${found.map(({ workspace }) => workspace).join(' and ')}: nothing was done.`,
    );
  return one;
}

async function copy({ db, clock }: Parts, hospital: Hospital, found: PersonRef): Promise<void> {
  const held = await findHeld(db, found, await findReader(db, found, hospital));
  console.log(exportParts(held, clock.now()).join(''));
}

async function remove(
  { db, clock, content }: Parts,
  hospital: Hospital,
  found: PersonRef,
  named: string,
): Promise<void> {
  const redraw = createRedraw(content.bank);
  await transact(db, (transaction) => erase({ db: transaction, now: clock.now(), redraw, hospital }, found));
  if (!isNothingToErase(await findHeld(db, found, await findReader(db, found, hospital))))
    throw new OperatorError(`Something was written about ${named} meanwhile: run it once more.`);
  console.log(`Erased ${named}. The server tells everyone who has to know.`);
}
