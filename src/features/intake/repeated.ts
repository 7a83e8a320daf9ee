import type { Executor } from '../../db/schema.ts';
import { isFirstTime, wasSeen } from '../../inbox/store.ts';
import type { Seals } from '../../sealing/seals.ts';
import { mostAtOnce } from '../referrals/rules.ts';

/**
 * Which reports have been taken in. Their ids lead to names in the other system, so the inbox knows them by keyed
 * fingerprints: the database alone doesn't tell which report someone was referred for.
 */

/** How many the first report of this id was about; null for one that hasn't been taken in. */
export async function referredBefore(db: Executor, seals: Seals, id: string): Promise<number | null> {
  if (!(await isKnown(db, seals, taken(id)))) return null;
  for (let referred = 1; referred < mostAtOnce; referred += 1)
    if (await isKnown(db, seals, takenFor(id, referred))) return referred;
  return mostAtOnce;
}

/** Once the referrals are open, so that there's a key. */
export async function rememberReferred(
  db: Executor,
  { seals, now }: { readonly seals: Seals; readonly now: number },
  id: string,
  referred: number,
): Promise<void> {
  for (const text of [taken(id), takenFor(id, referred)])
    for (const event of await eventsOf(seals, text)) await isFirstTime(db, event, now);
}

async function isKnown(db: Executor, seals: Seals, text: string): Promise<boolean> {
  for (const event of await eventsOf(seals, text)) if (await wasSeen(db, event)) return true;
  return false;
}

/** One for each key that there is. */
async function eventsOf(seals: Seals, text: string): Promise<readonly string[]> {
  return (await seals.fingerprints(`report ${text}`)).map((keyed) => `report ${keyed}`);
}

function taken(id: string): string {
  return `taken ${id}`;
}

function takenFor(id: string, referred: number): string {
  return `${referred} ${id}`;
}
