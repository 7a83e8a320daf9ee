import type { PersonRef } from '../../../src/chat/person.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { openDatabase } from '../../../src/db/open.ts';
import { enrol } from '../../../src/features/members/store.ts';
import { startPair } from '../../../src/features/pairing/store.ts';
import { aProfile, someSettings } from '../../support/turn.ts';

export interface Newcomer {
  readonly person: PersonRef;
  readonly timeZone: string;
}

/** Writes so many members into the database, in pairs of neighbours, as their invitations would have. */
export async function writePairs(url: string, people: readonly Newcomer[], now: number): Promise<void> {
  const db = openDatabase(url);
  try {
    await migrate(db);
    await db.transaction().execute(async (transaction) => {
      let waiting: Awaited<ReturnType<typeof enrol>> | null = null;
      for (const { person, timeZone } of people) {
        const profile = aProfile(`Clinician ${person.id}`, { timeZone });
        const member = await enrol(transaction, person, profile, someSettings, now);
        if (waiting !== null) await startPair(transaction, waiting, member, now);
        waiting = waiting === null ? member : null;
      }
    });
  } finally {
    await db.destroy();
  }
}
