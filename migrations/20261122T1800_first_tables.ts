import { type Kysely, sql } from 'kysely';

/**
 * Instants are epoch milliseconds, ids are made in the app, enumerations are text with a CHECK, booleans are 0 or 1:
 * the same on SQLite and PostgreSQL. Deleting a member takes everything that hangs on it along.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('nudge_minute', 'integer', (column) => column.notNull())
    .addColumn('cadence', 'text', (column) =>
      column.notNull().check(sql`cadence in ('weekly', 'fortnightly', 'monthly')`),
    )
    .addColumn('paused_at', 'bigint')
    .addColumn('paused_until', 'bigint')
    .addColumn('open_to_invitations', 'integer', (column) =>
      column.notNull().check(sql`open_to_invitations in (0, 1)`),
    )
    .addColumn('last_week', 'text')
    .addColumn('next_week', 'text', (column) => column.notNull())
    .addColumn('next_nudge_at', 'bigint', (column) => column.notNull())
    .addColumn('profile_checked_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('members_person', ['platform', 'person_id'])
    .execute();
  await db.schema.createIndex('members_due').on('members').column('next_nudge_at').execute();
  await db.schema.createIndex('members_profile').on('members').column('profile_checked_at').execute();

  await db.schema
    .createTable('pairs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('first_member_id', 'text', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('second_member_id', 'text', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addCheckConstraint('pairs_in_order', sql`first_member_id < second_member_id`)
    .execute();
  await db.schema
    .createIndex('pairs_once')
    .unique()
    .on('pairs')
    .columns(['first_member_id', 'second_member_id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await db.schema.createIndex('pairs_second').on('pairs').column('second_member_id').execute();

  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('inviter_id', 'text', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('invitee_platform', 'text', (column) => column.notNull())
    .addColumn('invitee_workspace', 'text', (column) => column.notNull())
    .addColumn('invitee_person_id', 'text', (column) => column.notNull())
    .addColumn('invitee_name', 'text', (column) => column.notNull())
    .addColumn('both_people', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')`),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('invitations_one_waiting')
    .unique()
    .on('invitations')
    .column('both_people')
    .where(sql.ref('status'), '=', sql.lit('waiting'))
    .execute();
  await db.schema.createIndex('invitations_inviter').on('invitations').column('inviter_id').execute();
  await db.schema
    .createIndex('invitations_invitee')
    .on('invitations')
    .columns(['invitee_platform', 'invitee_person_id'])
    .execute();

  await db.schema
    .createTable('invitation_codes')
    .addColumn('code_fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('inviter_id', 'text', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('invitation_codes_inviter')
    .on('invitation_codes')
    .column('inviter_id')
    .execute();

  await db.schema
    .createTable('wrong_codes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_fingerprint', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('wrong_codes_person')
    .on('wrong_codes')
    .columns(['person_fingerprint', 'entered_at'])
    .execute();

  await db.schema
    .createTable('question_sets')
    .addColumn('week', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) =>
      column.notNull().check(sql`source in ('posted', 'bank', 'none')`),
    )
    .addColumn('first', 'text', (column) => column.notNull())
    .addColumn('second', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('frozen_at', 'bigint')
    .execute();

  await db.schema
    .createTable('acknowledgements')
    .addColumn('pair_id', 'text', (column) => column.notNull().references('pairs.id').onDelete('cascade'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('acknowledged_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('acknowledgements_once', ['pair_id', 'member_id', 'week'])
    .execute();
  await db.schema.createIndex('acknowledgements_week').on('acknowledgements').column('week').execute();

  await db.schema
    .createTable('checkin_sums')
    .addColumn('week', 'text', (column) => column.primaryKey())
    .addColumn('pairs', 'integer', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull())
    .addColumn('acknowledgements', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('reaches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('pair_id', 'text', (column) => column.notNull().references('pairs.id').onDelete('cascade'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('reached_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('reaches_pair').on('reaches').columns(['pair_id', 'member_id']).execute();

  await db.schema
    .createTable('nudges_not_sent')
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) =>
      column.notNull().check(sql`outcome in ('paused', 'unpaired', 'missed')`),
    )
    .addPrimaryKeyConstraint('nudges_not_sent_once', ['member_id', 'week'])
    .execute();
  await db.schema.createIndex('nudges_not_sent_week').on('nudges_not_sent').column('week').execute();

  await db.schema
    .createTable('nudge_sums')
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) =>
      column
        .notNull()
        .check(sql`outcome in ('sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed')`),
    )
    .addColumn('members', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('nudge_sums_once', ['week', 'outcome'])
    .execute();

  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull().check(sql`lane in ('post', 'change')`))
    .addColumn('changes_key', 'text')
    .addColumn('batch', 'text')
    .addColumn('card', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column
        .notNull()
        .check(sql`status in ('waiting', 'claimed', 'sent', 'unreachable', 'failed', 'expired')`),
    )
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('useful_until', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('message_ref', 'text')
    .addColumn('why', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .columns(['platform', 'workspace', 'lane', 'due_at'])
    .where(sql.ref('status'), '=', sql.lit('waiting'))
    .execute();
  await db.schema
    .createIndex('outbox_claimed')
    .on('outbox')
    .columns(['platform', 'workspace', 'lease_until'])
    .where(sql.ref('status'), '=', sql.lit('claimed'))
    .execute();
  await db.schema
    .createIndex('outbox_useful')
    .on('outbox')
    .column('useful_until')
    .where(sql.ref('status'), '=', sql.lit('waiting'))
    .execute();
  await db.schema
    .createIndex('outbox_batch')
    .on('outbox')
    .columns(['batch', 'status'])
    .where(sql.ref('batch'), 'is not', null)
    .execute();
  await db.schema.createIndex('outbox_person').on('outbox').columns(['platform', 'person_id']).execute();
  await db.schema
    .createIndex('outbox_changes')
    .on('outbox')
    .column('changes_key')
    .where(sql.ref('changes_key'), 'is not', null)
    .execute();

  await db.schema
    .createTable('addresses')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('addresses_person', ['platform', 'person_id'])
    .execute();

  await db.schema
    .createTable('pace')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('next_free_at', 'bigint', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pace_lane', ['platform', 'workspace', 'lane'])
    .execute();

  await db.schema
    .createTable('inbox')
    .addColumn('event_fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('inbox_received').on('inbox').column('received_at').execute();
}
