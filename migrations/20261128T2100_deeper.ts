import { type Kysely, sql } from 'kysely';

/** Some Mondays have something for those with more time: what a week had stays beside its questions. Members may leave it out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column deeper integer not null default 1
    check (deeper in (0, 1))`.execute(db);
  await sql`alter table question_sets add column deeper text check (deeper in ('question', 'long'))`.execute(
    db,
  );
  await sql`alter table question_sets add column deeper_question text`.execute(db);
  await sql`alter table question_sets add column deeper_question_es text`.execute(db);
}
