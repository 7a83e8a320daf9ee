import type { PersonRef } from '../chat/person.ts';
import type { Database } from '../db/schema.ts';
import { findNamesakes } from '../people/contacts/store.ts';
import { accountsOf } from '../people/members/account-store.ts';
import { type Intent, isByName } from './intents.ts';

/**
 * The intent with the colleague it's about: one who was named instead of picked, when exactly one has that name, and for
 * someone with two accounts the one that they've chosen for messages.
 */
export async function withColleague(db: Database, from: PersonRef, intent: Intent): Promise<Intent> {
  const { person } = await withNamesake(db, from, intent);
  if (person === null) return intent;
  const [chosen = person] = await accountsOf(db, person);
  return { ...intent, person: chosen };
}

async function withNamesake(db: Database, from: PersonRef, intent: Intent): Promise<Intent> {
  if (!isByName(intent)) return intent;
  const [only, ...others] = await findNamesakes(db, from, intent.about);
  return only === undefined || others.length > 0 ? intent : { ...intent, person: only.person };
}
