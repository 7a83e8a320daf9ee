import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql, type TableMetadata } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import { heldRooms } from '../../src/features/held-rooms.ts';
import { temporaryDatabase } from '../support/turn.ts';

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

/** Names that columns with a person in them have, or with something made of one. Sums have numbers in theirs. */
const saysWho =
  /(^|_)(person|member|account|inviter|invitee|asker|sender|supporter|administrator|director|author|by|to)(_id)?$|(^|_)(people|pair_id)$|fingerprint$/;

const listed = heldRooms.flatMap(({ tables }) => tables);

/** As `table.column`: what says who in the schema, and is in no room's list. */
function missing(schema: readonly TableMetadata[]): readonly string[] {
  return schema.flatMap(({ name, columns }) => {
    const known = listed.find(({ table }) => table === name)?.columns ?? {};
    return columns
      .filter((column) => saysWho.test(column.name) && column.dataType.toLowerCase() === 'text')
      .filter((column) => known[column.name] === undefined)
      .map((column) => `${name}.${column.name}`);
  });
}

describe('what rooms hold about people', () => {
  test('is all that the schema has: a table or a column that is new has to be shown, erased and forgotten', async () => {
    expect(missing(await db.introspection.getTables())).toEqual([]);
  });

  test('would not be, were a table with a person in it in no room’s list', async () => {
    await sql`create table thanks (id text primary key, sender_id text, person_id text, at bigint)`.execute(
      db,
    );
    await sql`alter table reaches add column author_id text`.execute(db);
    expect([...missing(await db.introspection.getTables())].sort()).toEqual([
      'reaches.author_id',
      'thanks.person_id',
      'thanks.sender_id',
    ]);
  });

  test('names tables and columns that there are, each table once', async () => {
    const schema = await db.introspection.getTables();
    for (const { table, columns } of listed) {
      const real = schema.find(({ name }) => name === table)?.columns.map(({ name }) => name);
      expect(real).toEqual(expect.arrayContaining(Object.keys(columns)));
    }
    expect(new Set(listed.map(({ table }) => table)).size).toBe(listed.length);
  });
});
