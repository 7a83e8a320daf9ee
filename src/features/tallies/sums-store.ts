import * as v from 'valibot';
import type { Turn } from '../../bot/turn.ts';
import { takeTurn } from '../../db/locks.ts';
import { isPast, monthOf } from '../../sealing/keys.ts';
import { newTimelessId } from '../../system/ids.ts';
import { merged, type Sums } from './rules.ts';

/** What it takes to count. `db` is a transaction. */
export type Counting = Pick<Turn, 'db' | 'now' | 'seals'>;

interface Kept {
  /** Of the rows that `sums` were read from. */
  readonly ids: readonly string[];
  readonly sums: Sums;
}

/** What's counted and not released, as far as there are keys for it. What can't be read stays: its key may come back. */
export async function readSums({ db, seals }: Pick<Counting, 'db' | 'seals'>): Promise<Kept> {
  const ids: string[] = [];
  const all: Sums[] = [];
  for (const { id, key_id, sealed } of await db.selectFrom('support_sums').selectAll().execute()) {
    const text = await seals.open({ keyId: key_id, sealed });
    if (text === null) continue;
    ids.push(id);
    all.push(v.parse(counts, JSON.parse(text)));
  }
  return { ids, sums: merged(all) };
}

/** Writes the sums again, under this month's key. */
export async function replaceSums(
  { db, now, seals }: Counting,
  { ids }: Pick<Kept, 'ids'>,
  sums: Sums,
): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('support_sums').where('id', 'in', ids).execute();
  if (Object.keys(sums).length === 0) return;
  const { keyId, sealed } = await seals.seal(JSON.stringify(sums).padEnd(sealedLength), now);
  await db.insertInto('support_sums').values({ id: newTimelessId(), key_id: keyId, sealed }).execute();
}

/**
 * Takes the sums along to this month's key, so that none of an earlier month is needed for them. What no key has opened
 * until 40 days after its month is lost.
 */
export async function renewSums(counting: Counting): Promise<void> {
  const { db, now } = counting;
  await takeTurn(db, sumsTurn);
  const rows = await db.selectFrom('support_sums').select(['id', 'key_id']).execute();
  if (rows.every(({ key_id }) => key_id === monthOf(now))) return;
  const kept = await readSums(counting);
  await replaceSums(counting, kept, kept.sums);
  const lost = rows.filter(({ id, key_id }) => !kept.ids.includes(id) && isPast(key_id, now));
  for (const { id } of lost) await db.deleteFrom('support_sums').where('id', '=', id).execute();
}

/** Two who count at once come one after the other. */
export const sumsTurn = 'support sums';

/** More than all names with their counts need: the length says nothing of what's been counted. */
const sealedLength = 1024;

const counts = v.record(v.string(), v.number());
