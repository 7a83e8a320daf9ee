import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { addSupporter, type Supporter, saveSupporter } from '../../src/features/supporters/store.ts';

/** A supporter as they stand after their training. */
export async function addTrained(db: Database, person: PersonRef, name: string): Promise<Supporter> {
  const added = await addSupporter(db, { person, name }, 1);
  if (added === null) throw new Error(`${name} is one already.`);
  const card = { state: 'active', trainedOn: '2026-01-15' } as const;
  await saveSupporter(db, added.id, card);
  return { ...added, ...card };
}
