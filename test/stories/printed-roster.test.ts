import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { addOwnLine } from '../../src/features/resources/own-store.ts';
import { saveSupporter } from '../../src/features/supporters/store.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { runCommand } from '../support/program.ts';
import { addTrained } from '../support/supporters.ts';
import { slackPerson } from '../support/turn.ts';

/** Someone hangs the roster up in the break room. */
let database: FreshDatabase;
let db: Database;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  folder = mkdtempSync(join(tmpdir(), 'buddy-roster-'));
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

const print = (file: string) =>
  runCommand(['support', 'roster', '--html', file], { DATABASE_URL: database.url });

test('the page has what supporters show to everyone, in both languages, and asks no other host', async () => {
  const ben = await addTrained(db, slackPerson('U0BEN'), 'Ben <Okafor>');
  const chidi = await addTrained(db, slackPerson('U0CHIDI'), 'Chidi Eze');
  const dana = await addTrained(db, slackPerson('U0DANA'), 'Dana Levi');
  const card = { profession: 'nurse', contact: '555-010-0199' };
  await saveSupporter(db, ben.id, { ...card, shown: ['profession', 'contact'] });
  await saveSupporter(db, chidi.id, { ...card, contact: '555-010-0100', shown: [] });
  await saveSupporter(db, dana.id, { trainedOn: null });
  const chaplain = { name: 'Chaplain <24/7>', reach: '555-010-0142 x12', hours: '', who: '' };
  await addOwnLine(db, { ...chaplain, nameEs: 'Capellanía', hoursEs: '', whoEs: '' }, Date.now());
  const file = join(folder, 'roster.html');
  expect(await print(file)).toMatchObject({ code: 0, stderr: '' });
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('Ben &lt;Okafor&gt;');
  expect(page).toContain('<span>Nurse</span>');
  expect(page).toContain('<span>Enfermería</span>');
  expect(page).toContain('555-010-0199');
  expect(page).toContain('<strong>Chidi Eze</strong></li>');
  expect(page).not.toContain('555-010-0100');
  expect(page).not.toContain('Dana');
  expect(page).toContain('Call or text 988');
  expect(page).toContain('Llama al 988');
  expect(page).toContain('<strong>Chaplain &lt;24/7&gt;</strong> Call 555-010-0142, extension 12');
  expect(page).toContain('<strong>Capellanía</strong> Llama al 555-010-0142, extensión 12');
  expect(page).not.toMatch(/https?:|src=|url\(|@import|U0BEN/);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a page that can’t be written is one clear line', async () => {
  const { code, stderr } = await print(join(folder, 'nowhere', 'roster.html'));
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(/^.*roster\.html could not be written \(ENOENT\)\.$/);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
