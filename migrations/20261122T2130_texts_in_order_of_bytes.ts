import { type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * Keys, weeks and ids are compared as SQLite compares them, byte by byte: `reminder:ana:` up to `reminder:ana:~` are
 * all reminders of Ana. PostgreSQL would order texts by the language of the database, in which signs count for little.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const [table, columns] of texts) {
    const changes = columns.map((name) => sql`alter column ${sql.ref(name)} type text collate "C"`);
    await sql`alter table ${sql.table(table)} ${sql.join(changes)}`.execute(db);
  }
}

/** All that are a key, part of one, or compared with more than `=`. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['members', ['id', 'platform', 'workspace', 'person_id', 'last_week', 'next_week']],
  ['pairs', ['id', 'first_member_id', 'second_member_id']],
  ['invitations', ['id', 'inviter_id', 'invitee_platform', 'invitee_person_id', 'both_people', 'status']],
  ['invitation_codes', ['code_fingerprint', 'inviter_id']],
  ['wrong_codes', ['id', 'person_fingerprint']],
  ['question_sets', ['week']],
  ['acknowledgements', ['pair_id', 'member_id', 'week']],
  ['checkin_sums', ['week']],
  ['reaches', ['id', 'pair_id', 'member_id']],
  ['nudges_not_sent', ['member_id', 'week', 'outcome']],
  ['nudge_sums', ['week', 'outcome']],
  ['outbox', ['key', 'platform', 'workspace', 'person_id', 'lane', 'changes_key', 'batch', 'status']],
  ['addresses', ['platform', 'person_id']],
  ['pace', ['platform', 'workspace', 'lane']],
  ['inbox', ['event_fingerprint']],
];
