import { type PersonRef, unique } from '../chat/person.ts';
import type { Database } from '../db/schema.ts';
import { findNamesakes } from '../people/contacts/store.ts';
import { accountsOf } from '../people/members/account-store.ts';
import { findNamed } from '../people/named.ts';
import { type Intent, intent, isByButton, isByName } from './intent.ts';
import { looksLikeFullName } from './typed-words.ts';

/**
 * The intent with the colleagues it's about: one who was named instead of picked, by a button or in words, when exactly one has that name, and for
 * someone with two accounts the one that they've chosen for messages.
 */
export async function withColleague(db: Database, from: PersonRef, wanted: Intent): Promise<Intent> {
  const named = await withNamed(db, from, wanted);
  const people = await Promise.all(named.people.map((person) => chosenAccount(db, person)));
  const person = named.person === null ? null : await chosenAccount(db, named.person);
  return { ...named, person, people: unique(people) };
}

async function chosenAccount(db: Database, person: PersonRef): Promise<PersonRef> {
  const [chosen = person] = await accountsOf(db, person);
  return chosen;
}

async function withNamed(db: Database, from: PersonRef, wanted: Intent): Promise<Intent> {
  if (isByButton(wanted)) return { ...wanted, person: await findNamed(db, from, wanted.about) };
  return isByName(wanted) ? withNamesake(db, from, wanted) : wanted;
}

/** Free words that are nobody's name are free words. */
async function withNamesake(db: Database, from: PersonRef, wanted: Intent): Promise<Intent> {
  const [only, ...others] = await findNamesakes(db, from, wanted.about);
  if (only === undefined && wanted.isGuess && !looksLikeFullName(wanted.about)) return intent('help.unknown');
  return only === undefined || others.length > 0 ? wanted : { ...wanted, person: only.person };
}
