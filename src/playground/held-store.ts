import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { HeldTable } from '../../adapters/playground/backstage.ts';
import type { Turn } from '../bot/turn.ts';
import { type PersonRef, personKey } from '../chat/person.ts';
import type { Database, Schema } from '../db/schema.ts';
import { keys } from '../db/tables.ts';
import { heldRooms } from '../features/held-rooms.ts';
import { findWhose } from '../features/privacy/held.ts';
import { findWaitingMentioning } from '../outbox/recipient-store.ts';
import type { Leads, PersonTable, Whose } from '../people/held-room.ts';
import { fingerprint } from '../system/ids.ts';

/** The rows of every table that are about this person, every column as it is. */
export async function findHeldRows(
  { db, seals }: Pick<Turn, 'seals'> & { readonly db: Database },
  person: PersonRef,
): Promise<readonly HeldTable[]> {
  const whose = await findWhose({ db, seals }, person);
  const naming = (await findWaitingMentioning(db, person)).map(({ key }) => key);
  const ofPeople = heldRooms
    .flatMap(({ tables }) => tables)
    .filter(({ columns }) => Object.values(columns).some((leads) => leads !== 'nowhere'));
  const found: HeldTable[] = [];
  for (const table of ofPeople)
    found.push({ table: table.table, rows: await rowsOf(db, table, whose, naming) });
  return found;
}

/** `naming`: keys of messages to others that name them and aren't through yet. */
async function rowsOf(
  db: Database,
  { table, columns }: PersonTable,
  whose: Whose,
  naming: readonly string[],
): Promise<HeldTable['rows']> {
  // Which table it is, is known when the program runs.
  const rows = db.selectFrom(table as 'outbox').selectAll();
  return rows
    .where((row) =>
      row.or([
        ...Object.entries(columns).flatMap(([column, leads]) => leadingTo(row, whose, { column, leads })),
        ...(table === 'outbox' ? [row('key', 'in', naming)] : []),
      ]),
    )
    .orderBy(sql`${sql.join(keys[table].map((column) => sql.ref(column)))}`)
    .execute();
}

type Row = ExpressionBuilder<Schema, 'outbox'>;

function leadingTo(
  row: Row,
  { member, accounts, sealedFingerprints }: Whose,
  { column, leads }: { readonly column: string; readonly leads: Leads },
): readonly Expression<SqlBool>[] {
  const value = sql.ref<string>(column);
  const me = member?.id ?? '';
  switch (leads) {
    case 'member':
      return [row(value, '=', me)];
    case 'account':
      return accounts.map((account) => isAccount(column, account));
    case 'pair':
      return [
        sql<SqlBool>`${value} in (select id from pairs where first_member_id = ${me} or second_member_id = ${me})`,
      ];
    case 'supporter':
      return accounts.map(
        (account) =>
          sql<SqlBool>`${value} in (select id from supporters where ${isAccount('person_id', account)})`,
      );
    case 'fingerprint':
      return accounts.map((account) => row(value, '=', fingerprint(personKey(account))));
    case 'sealed':
      return sealedFingerprints.map((one) => row(value, '=', one));
    case 'nowhere':
      return [];
    default:
      return leads satisfies never;
  }
}

function isAccount(column: string, { platform, workspace, id }: PersonRef): Expression<SqlBool> {
  const [platforms, workspaces] = ['platform', 'workspace'].map((part) =>
    sql.ref(column.replace('person_id', part)),
  );
  return sql<SqlBool>`(${platforms} = ${platform} and ${workspaces} = ${workspace} and ${sql.ref(column)} = ${id})`;
}
