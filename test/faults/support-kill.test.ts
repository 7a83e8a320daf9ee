import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Kysely, type LogEvent } from 'kysely';
import { sqlitePath } from '../../src/db/database-url.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database, Schema } from '../../src/db/schema.ts';
import { sqliteDialect } from '../../src/db/sqlite.ts';
import { transact } from '../../src/db/transact.ts';
import { leaveToOthers } from '../../src/features/referrals/leave-to-others.ts';
import { deleteSupporter } from '../../src/features/supporters/store.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { outOfOrder, overdue } from '../support/referral-order.ts';
import { nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { slackPerson } from '../support/turn.ts';
import { report } from './support/report.ts';
import { patienceMs } from './support/size.ts';

/**
 * kill -9 after every statement that writes, of all that a referral's whole course is made of. What a process that's killed leaves are its files as
 * they are at that moment: they're copied after each statement, and Buddy is started on every copy.
 */

const hour = 3_600_000;
const ana = slackPerson('UANA');
const dep = slackPerson('UDEP');
const asker = slackPerson('UASKER');
const helpers = ['USUE', 'UTOM', 'UUMA'].map(slackPerson);

let database: FreshDatabase;
let folder: string;
let db: Database;
let core: SupportCore;
/** The files as they were after each statement of what is done now. */
let left: string[];
let isWatched = false;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'buddy-killed-'));
  const dialect = sqliteDialect(sqlitePath(database.url));
  db = new Kysely<Schema>({ dialect, log: watched });
  left = [];
  core = supportCore(db);
  await core.appoints(ana, 'director');
  await core.appoints(dep, 'deputy');
  for (const person of helpers) await addTrained(db, person, nameOf(person.id));
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'whenever the process is killed, each referral has its next person and its messages, and none is lost or doubled',
  async () => {
    let kills = 0;
    const during = async (act: () => Promise<unknown>) => {
      kills += await killedAfterEach(act);
    };
    await during(() => core.refers(asker, ['UCOLA', 'UCOLB', 'UCOLC'].map(slackPerson)));
    await during(async () =>
      core.sends(slackPerson('UCOLD'), 'support.self', {
        supporter: await supporter('USUE'),
        kind: 'event-death',
      }),
    );
    const [first, second, third] = await waiting();
    for (const id of [first, second])
      await during(async () =>
        core.sends(ana, `support.assign:${id}`, { supporter: await supporter('USUE') }),
      );
    await during(async () =>
      core.sends(helpers[0] as never, `support.offer:${await offer(first)}`, { outcome: 'cannot' }),
    );
    await during(async () =>
      core.sends(ana, `support.assign:${second}/${await offer(second)}`, {
        supporter: await supporter('UUMA'),
      }),
    );
    core.now += 24 * hour;
    // One lapses, others go to the next in line.
    await during(() => core.tick());
    await during(async () =>
      core.sends(ana, `support.assign:${third}`, { supporter: await supporter('UTOM') }),
    );
    for (const outcome of ['reached', 'talking', 'no-answer'])
      await during(async () =>
        core.sends(helpers[1] as never, `support.offer:${await offer(third)}`, { outcome }),
      );
    await during(async () =>
      core.sends(helpers[1] as never, `support.offer:${await offer(third)}`, { outcome: 'done' }),
    );
    await during(() => core.presses(slackPerson('UCOLA'), 'privacy.forget:yes'));
    await during(async () => {
      const id = await supporter('UUMA');
      await transact(db, async (transaction) => {
        await leaveToOthers(transaction, id, core.now);
        await deleteSupporter(transaction, id);
      });
    });
    await during(() => core.tick());
    core.now += 25 * hour;
    await during(() => core.tick());
    core.now += 31 * 24 * hour;
    await during(() => core.tick());
    expect(await db.selectFrom('referrals').selectAll().execute()).toEqual([]);
    expect(core.faults).toEqual([]);
    report({
      run: 'kill -9 between any two statements of peer support',
      did: `${kills} kills in the course of four referrals`,
      found: 'none lost, none doubled, each with its next person',
    });
  },
  patienceMs,
);

/** Does it, and looks at what each kill on the way would have left. How many those were. */
async function killedAfterEach(act: () => Promise<unknown>): Promise<number> {
  const before = await rowsOf(db);
  isWatched = true;
  await act();
  isWatched = false;
  const after = await rowsOf(db);
  const files = left;
  left = [];
  for (const file of files) {
    const again = openDatabase(`sqlite:${file}`);
    await startedOn(again, [before, after]);
    await again.destroy();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
  return files.length;
}

/** Each referral is as it was before or as it is afterwards; the next tick leaves nothing due, and nobody asked twice. */
async function startedOn(again: Database, [before, after]: readonly [Rows, Rows]): Promise<void> {
  const found = await rowsOf(again);
  for (const id of new Set([...before.keys(), ...after.keys()]))
    expect([before.get(id) ?? null, after.get(id) ?? null]).toContain(found.get(id) ?? null);
  const started = supportCore(again);
  started.now = core.now;
  await started.tick();
  expect(await outOfOrder(again, started.now)).toEqual([]);
  expect(await overdue(again, started.now)).toBe(0);
  expect(started.faults).toEqual([]);
  const [offers, keys] = await Promise.all([
    again.selectFrom('offers').select('id').where('state', '=', 'waiting').execute(),
    again.selectFrom('outbox').select('key').where('changes_key', 'is', null).execute(),
  ]);
  for (const { id } of offers) expect(keys.filter(({ key }) => key === `offer:${id}`)).toHaveLength(1);
}

type Rows = ReadonlyMap<string, string>;

/** Each referral with its offers and what's sent about them, by its id. */
async function rowsOf(from: Database): Promise<Rows> {
  const [referrals, offers, messages] = await Promise.all([
    from.selectFrom('referrals').selectAll().orderBy('id').execute(),
    from.selectFrom('offers').selectAll().orderBy('id').execute(),
    from.selectFrom('outbox').select(['key', 'card']).orderBy('key').execute(),
  ]);
  return new Map(
    referrals.map((referral) => {
      const own = offers.filter(({ referral_id }) => referral_id === referral.id);
      const sent = messages.filter(({ key }) => own.some(({ id }) => key.includes(id)));
      return [referral.id, JSON.stringify([referral, own, sent])];
    }),
  );
}

/** After each statement that isn't only a question. */
function watched({ query }: LogEvent): void {
  if (isWatched && !query.sql.startsWith('select')) left.push(copied());
}

function copied(): string {
  const from = sqlitePath(database.url);
  const to = join(mkdtempSync(join(folder, 'left-')), 'buddy.db');
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end);
  return to;
}

async function waiting(): Promise<readonly string[]> {
  const rows = await db.selectFrom('referrals').select('id').where('state', '=', 'waiting').execute();
  return rows.map(({ id }) => id);
}

async function supporter(personId: string): Promise<string> {
  const row = await db
    .selectFrom('supporters')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.id ?? '';
}

/** Whose it is now. */
async function offer(referral: string | undefined): Promise<string> {
  const rows = await db
    .selectFrom('offers')
    .select(['id', 'state'])
    .where('referral_id', '=', referral ?? '')
    .execute();
  return rows.find(({ state }) => state !== 'cannot' && state !== 'lapsed')?.id ?? '';
}
