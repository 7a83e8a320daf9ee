import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Intent } from '../../src/bot/intent.ts';
import { intentNames } from '../../src/bot/intent-names.ts';
import { onlyReads } from '../../src/bot/route.ts';
import { routes } from '../../src/bot/routes.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { anIntent, slackPerson } from '../support/turn.ts';

/** Looking leaves no trace. */

let database: FreshDatabase;
let db: Database;
let core: SupportCore;
let log: RecordedLog;

const uma = slackPerson('UUMA');
const sue = slackPerson('USUE');
const colleague = slackPerson('UCOLLEAGUE');
/** The colleague of an open referral, its supporter, and someone who never was here. */
const lookers = [colleague, sue, slackPerson('USTRANGER')];
/** What's opened and pressed by someone who only looks. */
const looks = [
  ...['support.show', 'support.how', 'support.self', 'support.refer', 'support.roster', 'support.nominate'],
  ...['resources.show', 'resources.guide', 'support.desk', 'support.card', 'help.show'],
].filter((name) => intentNames.some((one) => one === name));

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  log = recordedLog();
  core = supportCore(db, { log });
  await core.appoints(uma, 'director');
  const supporter = await addTrained(db, sue, nameOf(sue.id));
  await core.refers(slackPerson('UASKER'), [colleague]);
  const [row] = await db.selectFrom('referrals').select('id').execute();
  await core.sends(uma, `support.assign:${row?.id}`, { supporter: supporter.id });
  await core.tick();
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
});

test('whatever of it only reads is known to write nothing', () => {
  const reading = looks.filter((name) =>
    onlyReads(routes[name as Intent['name']], anIntent(name as Intent['name'])),
  );
  expect(reading).toEqual(looks);
});

if (databaseUnderTest === 'sqlite')
  test('looking leaves the database as it was, byte for byte, and nobody in the log', async () => {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const before = bytes();
    const [offer] = await db.selectFrom('offers').select('id').execute();
    const logged = log.lines.length;
    for (const person of lookers) {
      for (const name of looks) {
        const [answer] = await core.presses(person, name);
        expect(answer?.type).toMatch(/reply|view/);
      }
      await core.says(person, 'support');
      await core.says(person, 'resources');
    }
    const [seen] = await core.presses(sue, `support.offer:${offer?.id}`);
    expect(JSON.stringify(seen)).toContain(nameOf(colleague.id));
    expect(bytes()).toEqual(before);
    const written = log.lines.slice(logged).join('\n');
    expect(written).toContain('answered');
    expect(written).not.toMatch(/UCOLLEAGUE|USUE|USTRANGER|Doctor|support|roster|resources|refer/i);
  });

if (databaseUnderTest === 'sqlite')
  test('someone who refers does leave something, so that the comparison means something', async () => {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const before = bytes();
    await core.refers(slackPerson('UASKER'), [slackPerson('UANOTHER')]);
    expect(bytes()).not.toEqual(before);
  });

function bytes(): readonly string[] {
  const path = sqlitePath(database.url);
  return [path, `${path}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : ''));
}
