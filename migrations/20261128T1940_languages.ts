import { type Kysely, sql } from 'kysely';

/**
 * What the platform tells of someone's language, and for members what they chose instead; until now it was English. And
 * what an administrator posts in Spanish beside the English.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column language text not null default 'en'
    check (language in ('en', 'es'))`.execute(db);
  await sql`alter table members add column chosen_language text
    check (chosen_language in ('en', 'es'))`.execute(db);
  await sql`alter table contacts add column language text check (language in ('en', 'es'))`.execute(db);
  await sql`alter table question_sets add column first_es text`.execute(db);
  await sql`alter table question_sets add column second_es text`.execute(db);
}
