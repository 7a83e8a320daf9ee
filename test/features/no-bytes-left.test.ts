import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sqlitePath } from '../../src/db/database-url.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { findPairs } from '../../src/features/pairing/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { anIntent, answer } from '../support/turn.ts';
import { ana, ben, cleo, everything, now, setTheStage, turnOf } from './privacy-stage.ts';

const day = 86_400_000;
let database: FreshDatabase;
let db: Database;
let members: Awaited<ReturnType<typeof setTheStage>>;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  await migrate(db);
  members = await setTheStage(db);
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
});

const forgetAna = () =>
  transact(db, (transaction) =>
    answer(turnOf(db, ana, { db: transaction }), anIntent('privacy.forget', { about: 'yes' })),
  );

const keysTo = async (id: string) =>
  (await db.selectFrom('outbox').select('key').where('person_id', '=', id).execute()).map(({ key }) => key);

if (databaseUnderTest === 'sqlite') {
  const bytes = () => {
    const path = sqlitePath(database.url);
    return [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1').split(ana.id).length - 1);
  };

  test('after "forget me" the id is in no byte of the file, nor of the log beside it', async () => {
    expect(bytes()[1]).toBeGreaterThan(0);
    await forgetAna();
    expect(bytes()).toEqual([0, 0]);
  });

  test('nor stays what was forgotten by its age', async () => {
    await forgetWhatIsOld(db, { now: now + 90 * day });
    expect(statSync(`${sqlitePath(database.url)}-wal`).size).toBe(0);
  });

  test('an erasure that is undone leaves the log alone', async () => {
    const undone = transact(db, async (transaction) => {
      await answer(turnOf(db, ana, { db: transaction }), anIntent('privacy.forget', { about: 'yes' }));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(bytes()[1]).toBeGreaterThan(0);
  });
}

test('no key of a buddy’s messages says any more in which pair they were', async () => {
  const pairs = await findPairs(db, members.ana.id);
  await db
    .updateTable('outbox')
    .set({ status: 'sent', card: null, message_ref: 'somewhere', settled_at: now })
    .where('key', 'like', 'reach:%')
    .execute();
  const before = JSON.stringify([await keysTo(ben.id), await keysTo(cleo.id)]);
  expect(pairs.filter(({ id }) => before.includes(id))).not.toEqual([]);
  await forgetAna();
  const after = JSON.stringify(await everything(db));
  expect(pairs.filter(({ id }) => after.includes(id))).toEqual([]);
  expect((await keysTo(ben.id)).filter((key) => key.startsWith('reach:'))).toHaveLength(1);
});

test('sums go when nothing is added to them any more, whoever they are of', async () => {
  await db
    .insertInto('nudge_sums')
    .values([
      { week: '2026-W30', outcome: 'sent', members: 9 },
      { week: '2026-W30', outcome: 'paused', members: 1 },
      { week: '2026-W31', outcome: 'sent', members: 9 },
      { week: '2026-W31', outcome: 'paused', members: 2 },
      { week: '2026-W48', outcome: 'sent', members: 1 },
    ])
    .execute();
  const sums = (week: '2026-W30' | '2026-W31' | '2026-W48', people: number) => ({
    week,
    people,
    pairs: 1,
    acknowledgements: 1,
  });
  await db
    .insertInto('checkin_sums')
    .values([sums('2026-W30', 10), sums('2026-W31', 11), sums('2026-W48', 1)])
    .execute();
  await forgetWhatIsOld(db, { now });
  expect(await accountOf(db, '2026-W30')).toMatchObject({ eligible: 0 });
  expect(await accountOf(db, '2026-W31')).toMatchObject({ eligible: 0 });
  const kept = await db.selectFrom('checkin_sums').select('week').orderBy('week').execute();
  expect(kept.map(({ week }) => week)).toEqual(['2026-W48']);
  expect((await accountOf(db, '2026-W48')).sent).toBe(1);
});
