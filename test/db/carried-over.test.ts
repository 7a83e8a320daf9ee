import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { halfYearOf } from '../../src/calendar/periods.ts';
import { personKey } from '../../src/chat/person.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migratorOn } from '../../src/db/migrator.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Table, tables } from '../../src/db/tables.ts';
import { questionsFor } from '../../src/features/questions/store.ts';
import { addressOf } from '../../src/outbox/recipient-store.ts';
import { nameLetters } from '../../src/people/contacts/rules.ts';
import { deleteMember, enrol, findMember } from '../../src/people/members/store.ts';
import {
  anaInTeams,
  anaOnSlack,
  ben,
  buddiesOf,
  cleo,
  said,
  twoPlatforms,
} from '../features/accounts-stage.ts';
import { everything } from '../features/privacy-stage.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { aProfile, content, slackPerson, someHospital } from '../support/turn.ts';

/**
 * What a hospital of four weeks had in its database when keys were still without a workspace, written by that version: Ana
 * with two accounts and two buddies, a Monday half delivered, five invitations that wait.
 */
const before: {
  readonly now: number;
  readonly codes: { readonly join: string; readonly link: string };
  readonly tables: Partial<Record<Table, readonly Record<string, string | number | null>[]>>;
} = JSON.parse(readFileSync(join(import.meta.dirname, 'before-workspaces.json'), 'utf8'));

function rowsBefore(table: Table): readonly Record<string, string | number | null>[] {
  return before.tables[table] ?? [];
}

const dan = slackPerson('U0DAN');
const flo = slackPerson('U0FLO');
const ivo = slackPerson('U0IVO');
const hana = { ...cleo, id: 'hh-hana' };
const gil = { ...cleo, id: 'gg-gil' };

let database: FreshDatabase;
let db: Database;

beforeEach(async () => {
  database = await freshDatabase('empty');
  db = openDatabase(database.url);
  const { error } = await migratorOn(db).migrateTo('20261122T2210_linked_accounts');
  if (error !== undefined) throw error;
  for (const table of tables) {
    for (const row of rowsBefore(table))
      await db
        .insertInto(table)
        .values(row as never)
        .execute();
  }
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
});

describe('a database of before, brought up to date', () => {
  beforeEach(async () => {
    await migrate(db);
  });

  const rowsOf = async (table: Table) =>
    (await db.selectFrom(table).selectAll().execute()).map(sorted).sort();
  const sorted = (row: object) => JSON.stringify(Object.entries(row).sort());

  const asTheyWere = tables.filter(
    (table) => !['addresses', 'invitations', 'wrong_codes', 'question_sets', 'pair_sums'].includes(table),
  );
  test.each(asTheyWere)('%s: every row is there, as it was', async (table) => {
    const known = Object.keys(rowsBefore(table)[0] ?? {});
    const rows = await db.selectFrom(table).selectAll().execute();
    const asBefore = rows.map((row) => Object.entries(row).filter(([column]) => known.includes(column)));
    expect(asBefore.map((row) => sorted(Object.fromEntries(row))).sort()).toEqual(
      rowsBefore(table).map(sorted).sort(),
    );
  });

  test('what becomes of pairs is counted from now on: the half-years they began in are marked', async () => {
    const marks = await db.selectFrom('pair_sums').selectAll().execute();
    expect(new Set(marks.map(({ event }) => event))).toEqual(new Set(['counted-in-part']));
    const began = rowsBefore('pairs').map((row) => halfYearOf((row as { started_at: number }).started_at));
    expect(marks.map(({ period }) => period)).toEqual(expect.arrayContaining(began));
  });

  test.each(['members', 'contacts'] as const)('everyone of the %s is found by their name', async (table) => {
    const rows = await db.selectFrom(table).select(['name', 'name_letters']).execute();
    for (const { name, name_letters } of rows) {
      expect(name_letters).toBe(name === null ? null : nameLetters(name));
    }
  });

  test('everyone is reached where they were; only an address of nobody is gone', async () => {
    const workspaceOf = { slack: 'T01', teams: 'tenant' } as const;
    const expected = rowsBefore('addresses')
      .filter((row) => row.person_id !== 'U0NOBODY')
      .map((row) => sorted({ ...row, workspace: workspaceOf[row.platform as 'slack' | 'teams'] }));
    expect(await rowsOf('addresses')).toEqual(expected.sort());
    expect(await addressOf(db, anaOnSlack)).toBe('D0ANA');
  });

  test('every invitation waits between the same two; one by an account that is nobody’s, by itself', async () => {
    const rows = await db.selectFrom('invitations').selectAll().execute();
    expect(rows.map(({ both_people, ...row }) => sorted(row)).sort()).toEqual(
      rowsBefore('invitations')
        .map(({ both_people, ...row }) => sorted(row))
        .sort(),
    );
    const byAccountOfNobody = rows.find((row) => row.invitee_person_id === ivo.id)?.id;
    expect(rows.map((row) => row.both_people).sort()).toEqual(
      [
        byAccountOfNobody,
        ...['U0DAN', 'U0EVE', 'U0FLO'].map((id) => `slack/T01/U0ANA slack/T01/${id}`),
        `${personKey(cleo)} ${personKey(gil)}`,
      ].sort(),
    );
  });

  test('this week’s questions are read, and the set that they are from is known', async () => {
    const [frozen] = rowsBefore('question_sets');
    expect(await questionsFor(db, content.bank, '2026-W49')).toMatchObject({
      setId: 'where-you-turn',
      first: frozen?.first,
      frozenAt: frozen?.frozen_at,
    });
  });

  test('people go on: buddies from either account, an invitation answered, codes entered, a second one refused', async () => {
    const house = twoPlatforms(db);
    house.profiles.set(ivo.id, aProfile('Ivo Kern'));
    expect(said(await house.type(ivo, `link ${before.codes.link}`))).toContain('are linked');
    expect((await findMember(db, ivo))?.person).toEqual(hana);

    house.now = before.now + 60_000;
    for (const account of [anaOnSlack, anaInTeams])
      expect(await buddiesOf(db, account)).toEqual(['Ben Ode', 'Cleo Park']);
    expect(said(await house.type(anaInTeams, 'status'))).toContain('Ben Ode');

    house.profiles.set(flo.id, aProfile('Flo Wirt'));
    expect(said(await house.type(anaOnSlack, 'pair', flo))).toContain("haven't answered yet");
    const invitation = rowsBefore('invitations').find((row) => row.invitee_person_id === anaOnSlack.id);
    await house.press(anaInTeams, `pairing.accept:${invitation?.id}`);
    expect(await buddiesOf(db, dan)).toEqual(['Ana Diaz', 'Ito, Hana']);

    house.profiles.set('gg-gil', aProfile('Gil Roth'));
    await house.type(gil, `join ${before.codes.join}`);
    expect(await buddiesOf(db, gil)).toEqual(['Ben Ode']);
  });

  test('who leaves takes everything along, and leaves no id behind', async () => {
    await twoPlatforms(db).press(anaOnSlack, 'privacy.forget:yes');
    const left = JSON.stringify(await everything(db));
    for (const id of [anaOnSlack.id, anaInTeams.id]) expect(left).not.toContain(id);
    const member = await findMember(db, ben);
    await deleteMember(db, member?.id ?? '');
    for (const table of ['pairs', 'acknowledgements', 'invitation_codes'] as const)
      expect(await rowsOf(table)).toHaveLength(table === 'pairs' ? 1 : 0);
  });

  test('the same id in another workspace is someone else', async () => {
    const elsewhere = { ...ben, workspace: 'T02' };
    await enrol(db, elsewhere, aProfile('Another Ben'), someHospital, before.now);
    expect((await findMember(db, elsewhere))?.name).toBe('Another Ben');
    expect((await findMember(db, ben))?.name).toBe('Ben Ode');
    expect([await buddiesOf(db, elsewhere), await addressOf(db, elsewhere)]).toEqual([[], null]);
  });
});

if (databaseUnderTest === 'sqlite')
  test('where foreign keys are watched no table is copied: nothing that hangs on it may go along', async () => {
    const { error } = await migratorOn(db).migrateToLatest();
    expect(error).toMatchObject({ message: expect.stringContaining('Foreign keys') });
    expect(await db.selectFrom('pairs').select('id').execute()).toHaveLength(3);
    await migrate(db);
    const { rows } = await sql`pragma foreign_keys`.execute(db);
    expect(rows).toEqual([{ foreign_keys: 1 }]);
  });
