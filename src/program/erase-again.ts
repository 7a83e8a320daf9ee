import { personKey, unique } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Content } from '../content/content.ts';
import { readErased } from '../db/erased-file.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { heldRooms } from '../features/held-rooms.ts';
import { createRedraw } from '../features/nudges/redraw.ts';
import { erase } from '../features/privacy/erase.ts';
import { findNamed } from '../features/referrals/named.ts';
import { findFirstKnown } from '../people/operator-store.ts';
import type { Seals } from '../sealing/seals.ts';
import { fingerprint } from '../system/ids.ts';

/**
 * After a backup has been put in the database's place: erases again everyone who had been erased since it was made. Someone who
 * came back after being erased stays: nothing about them is as old as that. Returns how many were erased.
 */
export async function eraseAgain(
  {
    db,
    seals,
    content,
    hospital,
  }: {
    readonly db: Database;
    readonly seals: Seals;
    readonly content: Pick<Content, 'bank'>;
    readonly hospital: Hospital;
  },
  now: number,
): Promise<number> {
  const erased = await readErased(db, now);
  if (erased.size === 0) return 0;
  const inTables = await findFirstKnown(
    db,
    heldRooms.flatMap(({ tables }) => tables),
  );
  const known = [...inTables, ...(await findNamed(db, seals))];
  const back = unique(
    known
      .filter(({ person, since }) => since <= (erased.get(fingerprint(personKey(person))) ?? -1))
      .map(({ person }) => person),
  );
  const redraw = createRedraw(content.bank);
  for (const person of back)
    await transact(db, (transaction) => erase({ db: transaction, now, redraw, seals, hospital }, person));
  return back.length;
}
