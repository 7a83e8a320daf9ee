import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { keys, type Table, tables } from '../../src/db/tables.ts';
import { transact } from '../../src/db/transact.ts';
import { remindAt } from '../../src/features/referrals/rules.ts';
import { supportersHeld } from '../../src/features/supporters/held.ts';
import { findSupporter, saveSupporter } from '../../src/features/supporters/store.ts';
import { count, releaseBatch } from '../../src/features/tallies/store.ts';
import { readSums, renewSums } from '../../src/features/tallies/sums-store.ts';
import { createSealsInMemory } from '../../src/sealing/seals.ts';
import { seals } from '../support/seals.ts';
import { everythingIn, nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { slackPerson, temporaryDatabase } from '../support/turn.ts';

/** Someone holds a copy of the database from before a referral, and one from after: what do they learn? */

const hour = 3_600_000;
const day = 24 * hour;
const ana = slackPerson('UANA');
const sue = slackPerson('USUE');
const asker = slackPerson('UASK');
const colleague = slackPerson('UCOLA');

let db: Database;
let close: () => Promise<void>;
let core: SupportCore;
let supporter: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  core = supportCore(db);
  await core.appoints(ana, 'director');
  ({ id: supporter } = await addTrained(db, sue, nameOf(sue.id)));
  // What's counted has been counted before.
  await transact(db, (transaction) => count({ db: transaction, now: core.now, seals }, ['informal']));
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await close();
});

test.each(['done', 'declined'])(
  'of one that ended with “%s”, one number and a sealed text differ',
  async (outcome) => {
    const before = await everything();
    const offer = await offered();
    await delivered();
    core.now += hour;
    await core.sends(sue, `support.offer:${offer}`, { outcome });
    await delivered();
    await core.tick();
    const after = await everything();
    expect(differing(before, after)).toEqual([
      'support_sums',
      'supporters.offers_count',
      'supporters.offers_year',
    ]);
    expect((await findSupporter(db, supporter))?.offersCount).toBe(1);
    expect(sealedLengths(before)).toEqual(sealedLengths(after));
  },
);

test('of one that the colleague ended themself before anyone reached out, only the sealed text differs', async () => {
  const before = await everything();
  await offered();
  await core.presses(colleague, 'support.end');
  await delivered();
  await core.tick();
  expect(differing(before, await everything())).toEqual(['support_sums']);
});

describe('a message about an offer', () => {
  test('stays while the offer is theirs: it has to lose its button', async () => {
    const offer = await offered();
    await delivered();
    await core.tick();
    expect(await messages()).toEqual([`offer:${offer}`]);
    await core.sends(sue, `support.offer:${offer}`, { outcome: 'done' });
    await core.tick();
    expect(await messages()).toEqual([`change:offer:${offer}`, `offer:${offer}`]);
    await delivered();
    await core.tick();
    expect(await messages()).toEqual([]);
  });

  test('goes once it went on to another one, though the referral is open', async () => {
    const offer = await offered();
    await delivered();
    await core.sends(sue, `support.offer:${offer}`, { outcome: 'cannot' });
    await delivered();
    await core.tick();
    expect((await messages()).filter((key) => key.includes(offer))).toEqual([]);
    expect(await db.selectFrom('offers').select('state').execute()).toEqual([{ state: 'cannot' }]);
  });

  test.each([
    ['leaves', () => core.presses(sue, 'support.leave:yes')],
    ['is taken off the roster', () => core.presses(ana, `support.remove:${supporter}/yes`)],
  ])('loses its button when its supporter %s, and the desk says that it goes on', async (_, leaves) => {
    const offer = await offered();
    await delivered();
    await leaves();
    const { card } = await db
      .selectFrom('outbox')
      .select('card')
      .where('key', '=', `change:offer:${offer}`)
      .executeTakeFirstOrThrow();
    expect(card).toContain('Someone else is looking after this one now');
    expect(everythingIn(await core.presses(ana, 'support.desk'))).toContain('has left the roster');
    await delivered();
    await core.tick();
    expect((await messages()).filter((key) => key.includes(offer))).toEqual([]);
    expect(everythingIn(await core.presses(ana, 'support.desk'))).toContain('Waiting for you');
  });

  test('that couldn’t be delivered goes, too', async () => {
    const offer = await offered();
    await delivered('unreachable');
    await core.presses(colleague, 'support.end');
    await core.tick();
    expect((await messages()).filter((key) => key.includes(offer))).toEqual([]);
  });

  test('to the desk goes as soon as it’s there', async () => {
    await core.refers(asker, [colleague]);
    expect(await messages()).toHaveLength(1);
    await core.tick();
    expect(await messages()).toHaveLength(1);
    await delivered();
    await core.tick();
    expect(await messages()).toEqual([]);
  });

  test('in four weeks says neither when it was asked for nor when it closed', async () => {
    const asked = new Set<string>();
    for (let hours = 0; hours < 7 * 24; hours += 12) {
      // From Thursday noon to Thursday noon, all of them get the same Monday.
      core.now = Date.parse('2026-12-04T05:00:00Z') + hours * hour;
      await core.presses(sue, 'support.after:remind');
    }
    for (const { key, person_id: _, card: __, ...row } of await db
      .selectFrom('outbox')
      .selectAll()
      .execute()) {
      expect(key).toMatch(/^four-weeks:[\da-f]{8}-[\da-f]{4}-4/);
      asked.add(JSON.stringify(row));
    }
    expect(asked.size).toBe(1);
    const [due = ''] = asked;
    const late = JSON.parse(due).due_at - Date.parse('2026-12-04T05:00:00Z');
    expect(late).toBeGreaterThan(25 * day);
    expect(late).toBeLessThan(32 * day);
  });

  test('in four weeks comes on a Monday at nine, 25 to 31 days later, whatever the zone', () => {
    for (const zone of ['America/New_York', 'Pacific/Auckland', 'UTC'])
      for (
        let at = Date.parse('2026-10-20T00:00:00Z');
        at < Date.parse('2026-11-10T00:00:00Z');
        at += 5 * hour
      ) {
        const due = remindAt(at, zone);
        expect(
          new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: 'numeric' }).format(due),
        ).toBe('Mon 9 AM');
        expect(due - at).toBeGreaterThan(24 * day + 8 * hour);
        expect(due - at).toBeLessThan(31 * day + 10 * hour);
      }
  });
});

test('how often someone was asked goes with its year', async () => {
  await saveSupporter(db, supporter, { offersYear: 2026, offersCount: 3 });
  const forget = (now: string) => supportersHeld.forget(db, { now: Date.parse(now) });
  await forget('2026-12-31T23:00:00Z');
  expect(await findSupporter(db, supporter)).toMatchObject({ offersYear: 2026, offersCount: 3 });
  await forget('2027-01-01T01:00:00Z');
  expect(await findSupporter(db, supporter)).toMatchObject({ offersYear: 0, offersCount: 0 });
});

describe('what’s counted and not released', () => {
  const counting = (now = core.now) => ({ db, now, seals });

  test('says in the database neither what nor how many', async () => {
    const lengths = new Set<number>();
    for (const name of ['closed', 'kind:event-death', 'declined', 'kind:event-violence'] as const)
      for (let times = 0; times < 12; times += 1) {
        await transact(db, (transaction) => count({ ...counting(), db: transaction }, [name]));
        const rows = await db.selectFrom('support_sums').selectAll().execute();
        expect(rows).toHaveLength(1);
        expect(JSON.stringify(rows)).not.toMatch(/closed|death|declined|violence|kind/);
        lengths.add(rows[0]?.sealed.length ?? 0);
      }
    expect(lengths.size).toBe(1);
    expect((await readSums(counting())).sums).toEqual({
      ...{ closed: 12, 'kind:event-death': 12, declined: 12, 'kind:event-violence': 12, informal: 1 },
    });
  });

  test('goes along to each month’s key, so that old keys can be destroyed', async () => {
    const { sums } = await readSums(counting());
    const [before] = await db.selectFrom('support_sums').selectAll().execute();
    core.now += 31 * day;
    await core.looksAfterKeys();
    const [after] = await db.selectFrom('support_sums').selectAll().execute();
    expect([before?.key_id, after?.key_id]).toEqual(['2026-12', '2027-01']);
    expect((await readSums(counting())).sums).toEqual(sums);
    await core.looksAfterKeys();
    expect(await db.selectFrom('support_sums').selectAll().execute()).toEqual([after]);
  });

  test('stays while its key is away, is added to, and comes together again', async () => {
    const elsewhere = createSealsInMemory();
    const away = { db, now: core.now, seals: elsewhere };
    await transact(db, (transaction) => count({ ...away, db: transaction }, ['informal', 'closed']));
    expect((await readSums(away)).sums).toEqual({ informal: 1, closed: 1 });
    expect((await readSums(counting())).sums).toEqual({ informal: 1 });
    await transact(db, (transaction) => renewSums({ ...counting(core.now + 31 * day), db: transaction }));
    expect((await readSums(away)).sums).toEqual({ informal: 1, closed: 1 });
    // Until nobody can hope for it any more.
    await transact(db, (transaction) => renewSums({ ...counting(core.now + 80 * day), db: transaction }));
    expect((await readSums(away)).sums).toEqual({});
    expect((await readSums(counting())).sums).toEqual({ informal: 1 });
  });

  test('is released all the same, and the kinds that are too few are counted on', async () => {
    for (let times = 0; times < 11; times += 1)
      await transact(db, async (transaction) => {
        const one = { ...counting(), db: transaction };
        await count(one, ['closed', 'talked', times === 0 ? 'kind:event-death' : 'kind:event-error']);
        await releaseBatch(one, 11);
      });
    expect(await db.selectFrom('support_batches').select('number').execute()).toHaveLength(1);
    expect((await readSums(counting())).sums).toEqual({ 'kind:event-death': 1, 'kind:event-error': 10 });
  });
});

/** One of the colleague's is offered to the supporter; the offer's id. */
async function offered(): Promise<string> {
  await core.refers(asker, [colleague]);
  const { id } = await db.selectFrom('referrals').select('id').executeTakeFirstOrThrow();
  await core.sends(ana, `support.assign:${id}`, { supporter });
  return (await db.selectFrom('offers').select('id').executeTakeFirstOrThrow()).id;
}

/** As the dispatcher records it. */
async function delivered(status: 'sent' | 'unreachable' = 'sent'): Promise<void> {
  const settled = { status, card: null, settled_at: core.now };
  await db
    .updateTable('outbox')
    .set({ ...settled, message_ref: status === 'sent' ? 'm-1' : null })
    .where('status', '=', 'waiting')
    .execute();
}

async function messages(): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
}

type Copy = Readonly<Partial<Record<Table, readonly Record<string, unknown>[]>>>;

/** Every row of every table, but for what a message or a press of any kind leaves: how fast a workspace goes, which events came. */
async function everything(): Promise<Copy> {
  const copies = tables
    .filter((table) => table !== 'inbox' && table !== 'pace')
    .map(async (table) => {
      const rows = await db
        .selectFrom(table as 'outbox')
        .selectAll()
        .execute();
      const order = (row: Record<string, unknown>) => keys[table].map((column) => String(row[column])).join();
      return [table, rows.toSorted((one, other) => (order(one) < order(other) ? -1 : 1))] as const;
    });
  return Object.fromEntries(await Promise.all(copies));
}

/** Columns where as many rows stand as before, else the table. */
function differing(before: Copy, after: Copy): readonly string[] {
  return tables
    .flatMap((table) => {
      const [old = [], now = []] = [before[table], after[table]];
      if (table === 'support_sums' || old.length !== now.length)
        return JSON.stringify(old) === JSON.stringify(now) ? [] : [table];
      return old.flatMap((row, nth) =>
        Object.keys(row)
          .filter((column) => row[column] !== now[nth]?.[column])
          .map((column) => `${table}.${column}`),
      );
    })
    .sort();
}

function sealedLengths({ support_sums: sums = [] }: Copy) {
  return sums.map(({ sealed }) => String(sealed).length);
}
