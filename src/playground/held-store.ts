import type { HeldTable } from '../../adapters/playground/backstage.ts';
import { type PersonRef, personKey } from '../chat/person.ts';
import { personColumns } from '../db/person-columns.ts';
import type { Database } from '../db/schema.ts';
import { inviteeColumns } from '../features/invitations/store.ts';
import { findWaitingMentioning } from '../outbox/recipient-store.ts';
import { fingerprint } from '../system/ids.ts';

/** The tables that say nothing of any one person. */
export const tablesAboutNobody = [
  'question_sets',
  'checkin_sums',
  'nudge_sums',
  'week_figures',
  'pace',
  'inbox',
] as const;

/** The rows of every other table that are about this person, every column as it is. */
export async function findHeldRows(db: Database, person: PersonRef): Promise<readonly HeldTable[]> {
  const members = await db
    .selectFrom('members')
    .selectAll()
    .where((row) => row.and(personColumns(person)))
    .execute();
  const me = members[0]?.id ?? '';
  const pairs = await db
    .selectFrom('pairs')
    .selectAll()
    .where((row) => row.or([row('first_member_id', '=', me), row('second_member_id', '=', me)]))
    .orderBy('started_at')
    .execute();
  const pairIds = pairs.map((pair) => pair.id);
  const between = { db, me, pairIds };
  return [
    { table: 'members', rows: members },
    { table: 'pairs', rows: pairs },
    { table: 'invitations', rows: await invitationsOf(db, me, person) },
    { table: 'ask_refusals', rows: await ofPerson(db, 'ask_refusals', person) },
    { table: 'invitation_codes', rows: await ofMember(db, 'invitation_codes', 'inviter_id', me) },
    { table: 'linked_accounts', rows: await ofMember(db, 'linked_accounts', 'member_id', me) },
    { table: 'link_codes', rows: await ofMember(db, 'link_codes', 'member_id', me) },
    { table: 'wrong_codes', rows: await wrongCodesOf(db, person) },
    { table: 'acknowledgements', rows: await betweenBuddies('acknowledgements', between) },
    { table: 'reaches', rows: await betweenBuddies('reaches', between) },
    { table: 'nudges_not_sent', rows: await ofMember(db, 'nudges_not_sent', 'member_id', me) },
    { table: 'outbox', rows: await messagesAbout(db, person) },
    { table: 'addresses', rows: await ofPerson(db, 'addresses', person) },
    { table: 'contacts', rows: await ofPerson(db, 'contacts', person) },
  ];
}

type Rows = Promise<HeldTable['rows']>;

function invitationsOf(db: Database, me: string, person: PersonRef): Rows {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where((row) => row.or([row('inviter_id', '=', me), row.and(inviteeColumns(person))]))
    .orderBy('created_at')
    .execute();
}

function ofMember(
  db: Database,
  table: 'invitation_codes' | 'linked_accounts' | 'link_codes' | 'nudges_not_sent',
  column: 'inviter_id' | 'member_id',
  me: string,
): Rows {
  return db.selectFrom(table).selectAll().where(db.dynamic.ref<'member_id'>(column), '=', me).execute();
}

/** What was noted between the two is about both. */
function betweenBuddies(
  table: 'acknowledgements' | 'reaches',
  { db, me, pairIds }: { db: Database; me: string; pairIds: readonly string[] },
): Rows {
  return db
    .selectFrom(table)
    .selectAll()
    .where((row) => row.or([row('member_id', '=', me), row('pair_id', 'in', pairIds)]))
    .execute();
}

/** Kept by a fingerprint of the person, so that guessing codes is slowed down. */
function wrongCodesOf(db: Database, person: PersonRef): Rows {
  return db
    .selectFrom('wrong_codes')
    .selectAll()
    .where('person_fingerprint', '=', fingerprint(personKey(person)))
    .orderBy('entered_at')
    .execute();
}

/** Messages to them, and messages to others that name them and are not through yet. */
async function messagesAbout(db: Database, person: PersonRef): Rows {
  const naming = (await findWaitingMentioning(db, person)).map(({ key }) => key);
  return db
    .selectFrom('outbox')
    .selectAll()
    .where((row) => row.or([row.and(personColumns(person)), row('key', 'in', naming)]))
    .orderBy('created_at')
    .execute();
}

function ofPerson(db: Database, table: 'addresses' | 'contacts' | 'ask_refusals', person: PersonRef): Rows {
  return db
    .selectFrom(table)
    .selectAll()
    .where((row) => row.and(personColumns(person)))
    .execute();
}
