import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { PersonRef } from '../../src/chat/person.ts';
import { backUpFile } from '../../src/db/backup.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { erasedFile } from '../../src/db/erased-file.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { dismiss } from '../../src/people/roles/store.ts';
import { createSeals, type Sealed, type Seals } from '../../src/sealing/seals.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { content, slackPerson } from '../support/turn.ts';

/** With the files in hand, one reads of nobody: not while it's open, and afterwards not even with the keys. */

const hour = 3_600_000;
const day = 24 * hour;
const ana = slackPerson('UANA');
const pia = slackPerson('UPIA');
const sue = slackPerson('USUE');
const asker = slackPerson('UASKERQUILL');
const picked = slackPerson('UPICKEDZUMA');
const oneself = slackPerson('UONESELFOKRI');
const typed = { name: 'Vesper Quillfeather', contact: '617-555-0198' };

let database: FreshDatabase;
let db: Database;
let core: SupportCore;
let folder: string;
let keys: string;
let seals: Seals;
let log: RecordedLog;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  folder = mkdtempSync(join(tmpdir(), 'buddy-nothing-'));
  keys = join(folder, 'support-keys');
  seals = createSeals(keys);
  log = recordedLog();
  core = supportCore(db, { seals, log });
  await core.appoints(ana, 'director');
  await addTrained(db, sue, nameOf(sue.id));
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('while referrals are open, no file names a colleague, how to reach them, what happened, or who asked', async () => {
  await threeAreOpen();
  await scan();
  await allAreOffered();
  await scan();
  await allAre('reached');
  await scan();
});

test('once they’re closed, nothing of them is left in any file, whatever keys one has', async () => {
  await threeAreOpen();
  await allAreOffered();
  const sealed = await sealedNow();
  expect(sealed).toHaveLength(3);
  for (const one of sealed) expect(await seals.open(one)).not.toBeNull();
  await allAre('done');
  expect(await sealedNow()).toEqual([]);
  // How many of each kind have closed is counted, and tied to nobody.
  await scan(people());
  // PostgreSQL keeps what was deleted until it's vacuumed, and its logs: there, the keys' end is what ends it.
  if (databaseUnderTest === 'sqlite')
    for (const [file, bytes] of await files())
      for (const one of sealed) expect([file, bytes.includes(one.sealed)]).toEqual([file, false]);
});

test('a backup from before can be read by nobody any more when its month’s key has served its time', async () => {
  await threeAreOpen();
  await allAreOffered();
  const [one] = await sealedNow();
  await allAre('done');
  core.now += 31 * day;
  await core.looksAfterKeys();
  // What's counted is sealed with the newest one.
  expect(readdirSync(keys)).toEqual(['2026-12.key', '2027-01.key']);
  core.now += 41 * day;
  await core.looksAfterKeys();
  expect(readdirSync(keys)).toEqual(['2027-01.key', '2027-02.key']);
  expect(await seals.open(one as Sealed)).toBeNull();
});

test('a key stays as long as something open needs it', async () => {
  await threeAreOpen();
  core.now += 29 * day;
  await core.looksAfterKeys();
  expect(readdirSync(keys)).toEqual(['2026-12.key']);
  expect(await sealedNow()).toHaveLength(3);
});

describe('a database that’s put back without its keys', () => {
  test('closes what nobody can read an hour after it was due, and the director hears so', async () => {
    await threeAreOpen();
    for (const name of readdirSync(keys)) rmSync(join(keys, name));
    expect(JSON.stringify(await core.presses(ana, 'support.desk'))).not.toContain(typed.name);
    core.now += 24 * hour + 59 * 60_000;
    await core.tick();
    await core.looksAfterKeys();
    expect(await sealedNow()).toHaveLength(3);
    const before = await told(ana);
    core.now += 2 * 60_000;
    await core.tick();
    expect(await sealedNow()).toEqual([]);
    expect(await told(ana)).toBe(before + 3);
  });

  test('tells the others who are there, where there’s no director', async () => {
    await core.appoints(pia, 'program-administrator');
    await threeAreOpen();
    await dismiss(db, ana);
    for (const name of readdirSync(keys)) rmSync(join(keys, name));
    core.now += 26 * hour;
    await core.tick();
    expect(await sealedNow()).toEqual([]);
    expect(await told(pia)).toBe(3);
  });

  test('goes on as if nothing had been when the keys come back in time', async () => {
    await threeAreOpen();
    const [name = ''] = readdirSync(keys);
    const key = readFileSync(join(keys, name));
    rmSync(join(keys, name));
    core.now += 24 * hour;
    await core.tick();
    writeFileSync(join(keys, name), key, { mode: 0o600 });
    await core.tick();
    expect(JSON.stringify(await core.presses(ana, 'support.desk'))).toContain(typed.name);
  });

  test('takes what a supporter has in hand to its end, and opens nothing', async () => {
    await threeAreOpen();
    await allAreOffered();
    for (const name of readdirSync(keys)) rmSync(join(keys, name));
    const [offer] = await db.selectFrom('offers').select('id').execute();
    const seen = JSON.stringify(await core.presses(sue, `support.offer:${offer?.id}`));
    expect(seen).toMatch(/isn't open anymore/);
    core.now += 26 * hour;
    await core.tick();
    expect(await db.selectFrom('offers').selectAll().execute()).toEqual([]);
  });
});

async function threeAreOpen(): Promise<void> {
  await core.refers(asker, [picked], { named: 'yes', kind: 'event-violence' });
  await core.refers(asker, [], { ...typed, kind: 'event-death' });
  await core.sends(oneself, 'support.self', {
    supporter: 'anyone',
    kind: 'event-complaint',
    contact: typed.contact,
  });
  expect(await sealedNow()).toHaveLength(3);
}

async function allAreOffered(): Promise<void> {
  const [supporter] = await db.selectFrom('supporters').select('id').execute();
  for (const { id } of await db.selectFrom('referrals').select('id').execute())
    await core.sends(ana, `support.assign:${id}`, { supporter: supporter?.id ?? '' });
  expect(await db.selectFrom('offers').select('id').execute()).toHaveLength(3);
}

async function allAre(outcome: string): Promise<void> {
  for (const { id } of await db.selectFrom('offers').select('id').execute())
    await core.sends(sue, `support.offer:${id}`, { outcome });
}

function sealedNow(): Promise<readonly Sealed[]> {
  return db.selectFrom('referrals').select(['key_id as keyId', 'sealed']).execute();
}

async function told({ id }: PersonRef): Promise<number> {
  const rows = await db.selectFrom('outbox').select('key').where('person_id', '=', id).execute();
  return rows.filter(({ key }) => key.startsWith('desk:')).length;
}

/** No byte of any file, nor a line of the log, is of who was referred. */
async function scan(secrets: readonly string[] = everything()): Promise<void> {
  const all = await files();
  // They're the right ones.
  expect(all.some(([, bytes]) => bytes.includes(sue.id))).toBe(true);
  for (const [file, bytes] of [...all, ['the log', log.lines.join('\n')] as const])
    for (const secret of secrets)
      expect([file, secret, bytes.includes(secret)]).toEqual([file, secret, false]);
}

const kinds = content.support.choices.kinds.flatMap(({ id, words }) =>
  [id, words.en, words.es].filter((one) => one !== undefined),
);

/** A server's log of changes has what other tests counted, by kind. */
function everything(): readonly string[] {
  return databaseUnderTest === 'sqlite' ? [...people(), ...kinds] : people();
}

function people(): readonly string[] {
  return [
    ...[asker, picked, oneself].flatMap(({ id }) => [id, nameOf(id)]),
    ...[typed.name, 'Quillfeather', typed.contact, typed.contact.replaceAll('-', '')],
  ];
}

/** Everything that lies on a disk, as bytes. */
async function files(): Promise<readonly (readonly [file: string, bytes: string])[]> {
  const paths = databaseUnderTest === 'sqlite' ? await sqliteFiles() : await postgresFiles();
  const all = [...paths, erasedFile(database.url), ...filesIn(folder)];
  return all.filter((path) => existsSync(path)).map((path) => [path, readFileSync(path, 'latin1')] as const);
}

async function sqliteFiles(): Promise<readonly string[]> {
  const path = sqlitePath(database.url);
  const backup = join(mkdtempSync(join(folder, 'backup-')), 'copy.db');
  await backUpFile(path, backup);
  return [path, `${path}-wal`, `${path}-shm`, backup];
}

/** Of this database alone, and the server's log of changes. */
async function postgresFiles(): Promise<readonly string[]> {
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ data: string; oid: string }>`
    select current_setting('data_directory') as data, oid::text as oid
    from pg_database where datname = current_database()`.execute(db);
  const { data = '', oid = '' } = rows[0] ?? {};
  return [...filesIn(join(data, 'base', oid)), ...filesIn(join(data, 'pg_wal'))];
}

function filesIn(place: string): readonly string[] {
  return readdirSync(place).flatMap((name) => {
    const path = join(place, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
