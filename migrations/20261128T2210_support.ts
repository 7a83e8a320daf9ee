import { type Kysely, sql } from 'kysely';

/**
 * Formal peer support. Who a referral is about, how they're reached and what kind of event it was stand in `sealed` alone,
 * which opens with a key that is kept outside the database.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await supporters(db);
  await referrals(db);
  await sums(db);
}

async function supporters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('supporters')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('invited', 'active')`))
    .addColumn('profession', 'text')
    .addColumn('specialty', 'text')
    .addColumn('rank', 'text')
    .addColumn('unit', 'text')
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('hours', 'text', (column) => column.notNull())
    .addColumn('on_call', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('contact', 'text')
    .addColumn('most_offers', 'integer', (column) => column.notNull().check(sql`most_offers between 1 and 5`))
    .addColumn('away_from', 'text')
    .addColumn('away_until', 'text')
    .addColumn('trained_on', 'text')
    .addColumn('own_supporter_id', 'text')
    .addColumn('offers_year', 'integer', (column) => column.notNull())
    .addColumn('offers_count', 'integer', (column) => column.notNull())
    .addColumn('last_offer_at', 'bigint')
    .addColumn('profile_checked_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('supporters_person', ['platform', 'workspace', 'person_id'])
    .execute();
  await db.schema
    .createTable('nominations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nominator_fingerprint', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('nominations_once', ['platform', 'workspace', 'person_id', 'nominator_fingerprint'])
    .execute();
  await db.schema
    .createIndex('nominations_nominator')
    .on('nominations')
    .column('nominator_fingerprint')
    .execute();
}

async function referrals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('referrals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('colleague_fingerprint', 'text')
    .addColumn('asker_fingerprint', 'text')
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('waiting', 'offered', 'reached', 'talking', 'no-answer')`),
    )
    .addColumn('soon', 'text', (column) => column.notNull().check(sql`soon in ('today', 'week')`))
    .addColumn('hidden', 'integer', (column) => column.notNull().check(sql`hidden in (0, 1)`))
    .addColumn('waits_for', 'text', (column) =>
      column.notNull().check(sql`waits_for in ('director', 'deputy', 'program-administrator', 'supporter')`),
    )
    .addColumn('waits_since', 'bigint', (column) => column.notNull())
    .addColumn('deadline_at', 'bigint', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('reached_at', 'bigint')
    .execute();
  await db.schema.createIndex('referrals_deadline').on('referrals').column('deadline_at').execute();
  await db.schema
    .createTable('offers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('referral_id', 'text', (column) =>
      column.notNull().references('referrals.id').onDelete('cascade'),
    )
    .addColumn('supporter_id', 'text', (column) =>
      column.notNull().references('supporters.id').onDelete('cascade'),
    )
    .addColumn('state', 'text', (column) =>
      column
        .notNull()
        .check(sql`state in ('waiting', 'reached', 'talking', 'no-answer', 'cannot', 'lapsed')`),
    )
    .addColumn('offered_at', 'bigint', (column) => column.notNull())
    .addColumn('answered_at', 'bigint')
    .addUniqueConstraint('offers_once', ['referral_id', 'supporter_id'])
    .execute();
  await db.schema.createIndex('offers_supporter').on('offers').column('supporter_id').execute();
}

/** What's counted and not yet released, what has been, and how the program is set up. */
async function sums(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('support_sums')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('support_batches')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('figures', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('program_settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('setting', 'text', (column) => column.notNull())
    .execute();
}
