import { personKey } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import type { BankSet } from '../content/bank.ts';
import { readErased } from '../db/erased-file.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { heldRooms } from '../features/held-rooms.ts';
import { createRedraw } from '../features/nudges/redraw.ts';
import { erase } from '../features/privacy/erase.ts';
import { findFirstKnown } from '../people/operator-store.ts';
import { fingerprint } from '../system/ids.ts';

/**
 * After a backup has been put in the database's place: erases again everyone who had been erased since it was made. Someone who
 * came back after being erased stays: nothing about them is as old as that. Returns how many were erased.
 */
export async function eraseAgain(
  db: Database,
  { bank, hospital }: { readonly bank: readonly BankSet[]; readonly hospital: Hospital },
  now: number,
): Promise<number> {
  const erased = await readErased(db, now);
  if (erased.size === 0) return 0;
  const known = await findFirstKnown(
    db,
    heldRooms.flatMap(({ tables }) => tables),
  );
  const back = known.filter(
    ({ person, since }) => since <= (erased.get(fingerprint(personKey(person))) ?? -1),
  );
  const redraw = createRedraw(bank);
  for (const { person } of back)
    await transact(db, (transaction) => erase({ db: transaction, now, redraw, hospital }, person));
  return back.length;
}
