import type { Language } from '../../chat/language.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';

export interface ChosenLanguage {
  readonly language: Language;
  readonly since: number;
}

export async function chooseLanguage(
  db: Executor,
  person: PersonRef,
  language: Language,
  now: number,
): Promise<void> {
  const chosen = { language, created_at: now };
  await db
    .insertInto('chosen_languages')
    .values({ ...personColumns(person), ...chosen })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id']).doUpdateSet(chosen))
    .execute();
}

/** Null for most: they read what their platform tells. */
export async function findChosenLanguage(db: Executor, person: PersonRef): Promise<ChosenLanguage | null> {
  const { rows } = await chosenRow(db, person);
  return rows[0] === undefined ? null : { language: rows[0].language, since: rows[0].created_at };
}

const chosenRow = prepared((db, person: PersonRef) =>
  db
    .selectFrom('chosen_languages')
    .select(['language', 'created_at'])
    .where((row) => row.and(personColumns(person))),
);

export async function forgetChosenLanguage(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('chosen_languages')
    .where((row) => row.and(personColumns(person)))
    .execute();
}

/** Nobody tells when the account of someone who isn't a member is closed. */
export async function forgetChosenBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('chosen_languages').where('created_at', '<', instant).execute();
}
