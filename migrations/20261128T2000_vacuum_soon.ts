import { type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * PostgreSQL keeps what is deleted until it vacuums, which by default is once a fifth of a table has changed: in a table of
 * people's that can be months. In these it vacuums within minutes of any deletion. SQLite overwrites at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const table of withPeople) {
    await sql`alter table ${sql.ref(table)}
      set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0)`.execute(db);
  }
}

const withPeople = [
  'members',
  'contacts',
  'pairs',
  'invitations',
  'ask_refusals',
  'invitation_codes',
  'linked_accounts',
  'link_codes',
  'wrong_codes',
  'kept_asks',
  'acknowledgements',
  'reaches',
  'nudges_not_sent',
  'outbox',
  'addresses',
];
