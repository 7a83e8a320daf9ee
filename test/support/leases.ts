import { openDatabase } from '../../src/db/open.ts';

/**
 * What a killed process held can be taken by others, as it can 15 s after it was claimed: no story waits for them, and
 * those of the outbox say that they are waited for.
 */
export async function leasesRunOut(url: string): Promise<void> {
  const db = openDatabase(url);
  await db.updateTable('outbox').set({ lease_until: Date.now() }).where('status', '=', 'claimed').execute();
  await db.destroy();
}
