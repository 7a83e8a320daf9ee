import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { ana, ben, dan, eve, everything, setTheStage } from '../features/privacy-stage.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { runCommand } from '../support/program.ts';

/** Someone writes a letter, and can't or won't use the chat. */
let database: FreshDatabase;
let db: Database;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  await migrate(db);
  await setTheStage(db);
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
});

const run = (...words: string[]) => runCommand(['person', ...words], { DATABASE_URL: database.url });

test('an operator writes out what is held of them, as they would get it themselves', async () => {
  const { code, stdout } = await run('export', `slack:${ana.id}`);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    person: ana,
    member: { name: 'Ana Diaz' },
    buddies: [{ name: 'Ben Ode' }, { name: 'Cleo Park' }],
  });
});

test('an operator erases them: their id is in no table, and their buddies are told by the server', async () => {
  expect(await run('erase', `slack:${ana.id}`)).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.stringify(await everything(db))).not.toContain(ana.id);
  const told = await db.selectFrom('outbox').select('person_id').where('key', 'like', 'ended:%').execute();
  expect(told.map(({ person_id }) => person_id)).toContain(ben.id);
  const again = await run('erase', `slack:${ana.id}`);
  expect(again.code).toBe(1);
  expect(again.stderr.trim()).toMatch(/^Nothing is held under slack:U0ANA\..*$/);
});

test('an operator resets no limit for them: how often they asked lately stays, without an id', async () => {
  // A command goes by the clock of the machine.
  await db.updateTable('invitations').set({ created_at: Date.now() }).execute();
  await db.updateTable('reaches').set({ reached_at: Date.now() }).execute();
  expect(await run('erase', `slack:${ana.id}`)).toMatchObject({ code: 0, stderr: '' });
  const kept = await db.selectFrom('kept_asks').select('kind').execute();
  expect(kept.map(({ kind }) => kind).sort()).toEqual(['checkin', 'invitation', 'invitation']);
});

test('someone who was only invited is found too', async () => {
  expect((await run('export', `slack:${eve.id}`)).stdout).toContain('"invitationsReceived"');
  expect((await run('erase', `slack:${eve.id}`)).code).toBe(0);
  expect(JSON.stringify(await everything(db))).not.toContain(eve.id);
});

test('who is in two workspaces is not guessed at, and nobody is touched', async () => {
  await db
    .updateTable('invitations')
    .set({ invitee_workspace: 'T02' })
    .where('invitee_person_id', '=', eve.id)
    .execute();
  const before = await everything(db);
  const { code, stderr } = await run('erase', `slack:${eve.id}`);
  expect([code, stderr]).toEqual([1, expect.stringContaining('T01 and T02')]);
  expect((await run('export', 'Dan Fry')).stderr).toContain('Nothing is held under Dan Fry');
  expect(JSON.stringify(before)).toContain(dan.id);
  expect(await everything(db)).toEqual(before);
});
