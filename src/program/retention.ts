import { forgetByCheckpoint } from '../db/checkpoint.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { heldRooms } from '../features/held-rooms.ts';
import type { Age } from '../people/held-room.ts';

/** Deletes what has served its time; safe to run at any moment and as often as one likes. */
export async function forgetWhatIsOld(db: Database, age: Age): Promise<void> {
  await transact(db, async (transaction) => {
    for (const room of heldRooms.toReversed()) await room.forget(transaction, age);
    forgetByCheckpoint(transaction);
  });
}
