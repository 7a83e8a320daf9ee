import { type PersonRef, parseOperatorKey, unique } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import { transact } from '../db/transact.ts';
import { heldRooms } from '../features/held-rooms.ts';
import { createRedraw } from '../features/nudges/redraw.ts';
import { erase } from '../features/privacy/erase.ts';
import { exportParts } from '../features/privacy/export-text.ts';
import { findHeld, isNothingToErase } from '../features/privacy/held.ts';
import { findNamed } from '../features/referrals/named.ts';
import { findReader } from '../people/find-reader.ts';
import { findInTables, findServed } from '../people/operator-store.ts';
import type { Parts } from '../program/parts.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

/**
 * For a letter under a data-protection law: the same copy as in the chat, on standard output, or the same erasure. Who
 * `slack:U01ABC` means is looked for in every table, so that someone who was only invited is found too.
 */
export function person(what: 'export' | 'erase', named: string): Promise<void> {
  return withParts(async (parts, { hospital }) => {
    const found = await findOne(parts, hospital, named);
    await (what === 'export' ? copy(parts, hospital, found) : remove(parts, hospital, found, named));
  });
}

async function findOne(parts: Parts, hospital: Hospital, named: string): Promise<PersonRef> {
  const found = await findInTables(
    parts.db,
    named,
    heldRooms.flatMap(({ tables }) => tables),
  );
  if (found.length === 0) found.push(...(await findSealed(parts, hospital, named)));
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

/** Who stands nowhere but in an open referral, which leads to them by a key alone: one about them, or one they asked for. */
async function findSealed(
  { db, seals }: Parts,
  hospital: Hospital,
  named: string,
): Promise<readonly PersonRef[]> {
  const key = parseOperatorKey(named);
  if (key === null) return [];
  const about = (await findNamed(db, seals))
    .map(({ person }) => person)
    .filter(({ platform, id }) => platform === key.platform && id === key.id);
  if (about.length > 0) return unique(about);
  const person = await findServed(db, key);
  if (person === null) return [];
  const held = await findHeld({ db, seals }, person, await findReader(db, person, hospital));
  return isNothingToErase(held) ? [] : [person];
}

async function copy({ db, clock, seals }: Parts, hospital: Hospital, found: PersonRef): Promise<void> {
  const held = await findHeld({ db, seals }, found, await findReader(db, found, hospital));
  console.log(exportParts(held, clock.now()).join(''));
}

async function remove(
  { db, clock, content, seals }: Parts,
  hospital: Hospital,
  found: PersonRef,
  named: string,
): Promise<void> {
  const redraw = createRedraw(content.bank);
  const now = clock.now();
  await transact(db, (transaction) => erase({ db: transaction, now, redraw, seals, hospital }, found));
  if (!isNothingToErase(await findHeld({ db, seals }, found, await findReader(db, found, hospital))))
    throw new OperatorError(`Something was written about ${named} meanwhile: run it once more.`);
  console.log(`Erased ${named}. The server tells everyone who has to know.`);
}
