import type { PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import type { Seals } from '../../sealing/seals.ts';
import { unseal } from './content.ts';
import { findOpen } from './store.ts';

/** Every account that an open referral is about, and since when: nowhere else may anything lead to them. */
export async function findNamed(
  db: Executor,
  seals: Seals,
): Promise<readonly { readonly person: PersonRef; readonly since: number }[]> {
  const found: { person: PersonRef; since: number }[] = [];
  for (const referral of await findOpen(db)) {
    const content = await unseal(seals, referral);
    if (content?.person != null) found.push({ person: content.person, since: referral.openedAt });
  }
  return found;
}
