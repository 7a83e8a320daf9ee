import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { createFlights } from '../../src/outbox/flights.ts';
import { createRound } from '../../src/outbox/round.ts';
import { type Answer, rateLimited, rejected, temporary, unreachable } from './support/fake-platform.ts';
import { clinician, type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keysOf = (): string[] => outbox.slack.deliveries.map((one) => one.options.key);
const startsOf = (key: string): number[] =>
  outbox.slack.deliveries.filter((one) => one.options.key === key).map((one) => one.startedAt);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, nth) => `message ${nth}`);

describe('a message', () => {
  test('goes out once, at once after the commit that put it there', async () => {
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.time.advance(10);
    const asked = outbox.time.now();
    await outbox.send('hello');
    dispatcher.wake();
    await outbox.time.advance(10_000);
    expect(startsOf('hello')).toEqual([asked]);
    expect(await outbox.row('hello')).toMatchObject({
      status: 'sent',
      attempts: 1,
      lease_owner: null,
      why: null,
    });
  });

  test('that another process put there goes out within about a second', async () => {
    outbox.dispatcher().start();
    await outbox.time.advance(5_300);
    const asked = outbox.time.now();
    await outbox.send('hello');
    await outbox.time.advance(1_001);
    expect(startsOf('hello')[0]).toBeLessThanOrEqual(asked + 1_000);
  });

  test('that was dropped after delivery is tried again, once', async () => {
    outbox.slack.answerWith((_, nth) => (nth === 1 ? 'lost' : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(600_000);
    const [first = 0, second = 0, ...more] = startsOf('hello');
    expect(more).toEqual([]);
    expect(second - first).toBeGreaterThanOrEqual(2_000);
    expect(second - first).toBeLessThanOrEqual(90_000);
  });

  test('that keeps failing is tried again within 90 s each time, and given up after a day', async () => {
    outbox.slack.answerWith(() => temporary);
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(900_000);
    const starts = startsOf('hello');
    const gaps = starts.slice(1).map((start, nth) => start - (starts[nth] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(90_000);
    outbox.time.set((starts[0] ?? 0) + 86_400_000 - 60_000);
    await outbox.time.advance(50_000);
    expect(await outbox.row('hello')).toMatchObject({ status: 'waiting' });
    await outbox.time.advance(20_000);
    expect(await outbox.row('hello')).toMatchObject({ status: 'failed', why: 'ECONNRESET', card: null });
  });

  test('is not sent once it is of no use any more', async () => {
    outbox.slack.answerWith(() => rateLimited(60_000));
    outbox.dispatcher().start();
    await outbox.send('first');
    await outbox.send('in vain', {
      usefulUntil: outbox.time.now() + 30_000,
      dueAt: outbox.time.now() + 2_000,
    });
    await outbox.time.advance(40_000);
    outbox.slack.answerWith(() => 'ok');
    await outbox.time.advance(60_000);
    expect(keysOf()).toEqual(['first', 'first']);
    expect(await outbox.row('in vain')).toMatchObject({ status: 'expired' });
  });

  test('that the platform refuses has failed at once, and says why', async () => {
    outbox.slack.answerWith(() => rejected);
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(600_000);
    expect(keysOf()).toEqual(['hello']);
    expect(await outbox.row('hello')).toMatchObject({ status: 'failed', why: 'invalid_blocks' });
  });

  test('finds the way by which the person was reached last', async () => {
    outbox.dispatcher().start();
    for (const key of ['first', 'second']) {
      await outbox.send(key, { to: clinician('same') });
      await outbox.time.advance(2_000);
    }
    expect(outbox.slack.deliveries.map((one) => one.to.address)).toEqual([null, 'channel of U-same']);
  });

  test('for a platform that is not in use, or in trouble, waits', async () => {
    outbox.slack.sayTrouble('The token was revoked.');
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.send('elsewhere', { to: { platform: 'teams', workspace: 'tenant', id: 'E1' } });
    await outbox.time.advance(60_000);
    expect(keysOf()).toEqual([]);
    outbox.slack.sayTrouble(null);
    await outbox.time.advance(1_100);
    expect(keysOf()).toEqual(['hello']);
    expect(await outbox.row('elsewhere')).toMatchObject({ status: 'waiting', attempts: 0 });
  });
});

describe('a recipient', () => {
  test('who cannot be reached is tried once, and what follows from it happens in the same transaction', async () => {
    const told: PersonRef[] = [];
    outbox.slack.answerWith(() => unreachable);
    outbox
      .dispatcher({
        onUnreachable: async (db, person) => {
          const row = await db
            .selectFrom('outbox')
            .select('status')
            .where('key', '=', 'hello')
            .executeTakeFirst();
          expect(row?.status).toBe('unreachable');
          told.push(person);
        },
      })
      .start();
    await outbox.send('hello');
    await outbox.time.advance(600_000);
    expect(keysOf()).toEqual(['hello']);
    expect(told).toEqual([clinician('hello')]);
  });

  test('who hangs does not hold up the others', async () => {
    outbox.slack.answerWith(({ to }) => (to.person.id === 'U-hangs' ? 'hangs' : 'ok'));
    outbox.dispatcher().start();
    const start = outbox.time.now();
    for (let nth = 0; nth < 20; nth += 1)
      await outbox.send(`to the hanging ${nth}`, { to: clinician('hangs') });
    for (const key of numbered(200)) await outbox.send(key);
    await outbox.time.advance(5_000);
    const others = outbox.slack.deliveries.filter((one) => one.to.person.id !== 'U-hangs');
    expect(others).toHaveLength(200);
    expect(Math.max(...others.map((one) => one.startedAt))).toBeLessThan(start + 5_000);
    await outbox.time.advance(60_000);
    expect((await outbox.rows()).filter((row) => row.status === 'sent')).toHaveLength(200);
  });

  test('gets several messages one after the other', async () => {
    outbox.slack.takeMs(() => 400);
    outbox.dispatcher().start();
    for (const key of ['one', 'two', 'three']) {
      await outbox.send(key, { to: clinician('same') });
      await outbox.time.advance(1);
    }
    await outbox.time.advance(5_000);
    expect(keysOf()).toEqual(['one', 'two', 'three']);
    expect(outbox.slack.mostInFlight).toBe(1);
  });
});

describe('the pace', () => {
  test('is kept by two processes together', async () => {
    const perMinute = () => 120;
    outbox.dispatcher({ perMinute }).start();
    outbox.dispatcher({ perMinute }).start();
    for (const key of numbered(300)) await outbox.send(key);
    await outbox.time.advance(180_000);
    const starts = outbox.slack.deliveries.map((one) => one.startedAt);
    expect(starts).toHaveLength(300);
    expect(new Set(keysOf()).size).toBe(300);
    for (const start of starts) {
      expect(starts.filter((other) => other >= start && other < start + 60_000).length).toBeLessThanOrEqual(
        120,
      );
    }
  });

  test('of new messages does not hold up changes, which answer somebody', async () => {
    outbox.dispatcher({ perMinute: () => 60 }).start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    for (const key of numbered(100)) await outbox.send(key);
    await outbox.time.advance(10_000);
    const asked = outbox.time.now();
    await outbox.change('nudge', 'acknowledged');
    await outbox.time.advance(3_000);
    const changed = outbox.slack.deliveries.find((one) => one.text === 'acknowledged');
    expect(changed?.startedAt).toBeLessThanOrEqual(asked + 2_500);
  });

  test('does not keep messages for an hour after the clock was set back by one', async () => {
    outbox.dispatcher({ perMinute: () => 300 }).start();
    for (const key of numbered(50)) await outbox.send(key, { dueAt: outbox.time.now() - 7_200_000 });
    await outbox.time.advance(2_000);
    outbox.time.setBack(3_600_000);
    await outbox.time.advance(20_000);
    expect(outbox.slack.deliveries).toHaveLength(50);
  });
});

describe('Retry-After', () => {
  test('holds the whole lane of the workspace, and no other workspace', async () => {
    const elsewhere = (id: string): PersonRef => ({ platform: 'slack', workspace: 'T2', id });
    outbox.slack.answerWith((_, nth) => (nth === 1 ? rateLimited(30_000) : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('limited');
    await outbox.time.advance(1_100);
    const held = (outbox.slack.deliveries[0]?.startedAt ?? 0) + 30_000;
    for (const key of numbered(10)) await outbox.send(key);
    await outbox.send('other workspace', { to: elsewhere('U2') });
    await outbox.time.advance(60_000);
    expect(startsOf('other workspace')[0]).toBeLessThan(held);
    for (const key of [...numbered(10)]) expect(startsOf(key)[0]).toBeGreaterThanOrEqual(held);
    expect(startsOf('limited')[1]).toBeGreaterThanOrEqual(held);
    expect(startsOf('limited')[1]).toBeLessThanOrEqual(held + 2_000);
  });

  test('of one message holds at least 2 s, also when the platform asks for less', async () => {
    outbox.slack.answerWith((_, nth) => (nth === 1 ? rateLimited(1) : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(10_000);
    const [first = 0, second = 0] = startsOf('hello');
    expect(second - first).toBeGreaterThanOrEqual(2_000);
  });
});

describe('several processes', () => {
  test('have never more than 8 on their way together, and none twice', async () => {
    outbox.slack.takeMs(({ options }) => 50 + ((options.key.length * 37) % 200));
    for (const key of numbered(300)) await outbox.send(key);
    for (let nth = 0; nth < 3; nth += 1) outbox.dispatcher().start();
    await outbox.time.advance(60_000);
    expect(keysOf()).toHaveLength(300);
    expect(new Set(keysOf()).size).toBe(300);
    expect(outbox.slack.mostInFlight).toBe(8);
  });

  test('take over what a killed one had on its way, once its lease is over', async () => {
    for (const key of numbered(8)) await outbox.send(key);
    const killedAt = outbox.time.now();
    const playRound = createRound({
      db: outbox.db,
      adapters: new Map(),
      clock: outbox.time,
      log: outbox.log,
      owner: 'killed',
      perMinute: () => 1e9,
    });
    const flights = createFlights({ platform: 'slack', workspace: 'T1' });
    expect(await playRound(flights, 'claim')).toHaveLength(8);
    await outbox.time.advance(1_000);

    outbox.dispatcher().start();
    await outbox.time.advance(60_000);
    expect(new Set(keysOf())).toEqual(new Set(numbered(8)));
    for (const { startedAt } of outbox.slack.deliveries) {
      expect(startedAt - killedAt).toBeGreaterThanOrEqual(15_000);
      expect(startedAt - killedAt).toBeLessThan(17_000);
    }
    expect((await outbox.rows()).every((row) => row.status === 'sent' && row.attempts === 2)).toBe(true);
  });
});

describe('stopping', () => {
  test('waits for what is on its way, and takes nothing new', async () => {
    outbox.slack.takeMs(() => 3_000);
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    for (const key of numbered(20)) await outbox.send(key);
    await outbox.time.advance(1_000);
    let isStopped = false;
    const stopped = dispatcher.stop({ graceMs: 8_000 }).then(() => {
      isStopped = true;
    });
    await outbox.time.advance(1_000);
    expect(isStopped).toBe(false);
    await outbox.time.advance(2_000);
    await stopped;
    const rows = await outbox.rows();
    expect(rows.filter((row) => row.status === 'sent')).toHaveLength(8);
    expect(rows.filter((row) => row.status === 'waiting' && row.attempts === 0)).toHaveLength(12);
  });

  test('hands back what does not arrive in time, and leaves no alarm behind', async () => {
    outbox.slack.answerWith(({ options }) => (options.key === 'hangs' ? 'hangs' : 'ok'));
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.send('hangs');
    await outbox.send('fine');
    await outbox.time.advance(1_000);
    const begun = outbox.time.now();
    const stopped = dispatcher.stop({ graceMs: 8_000 });
    await outbox.time.advance(8_000);
    await stopped;
    expect(await outbox.row('hangs')).toMatchObject({ status: 'waiting', attempts: 1, lease_until: null });
    expect((await outbox.row('hangs')).due_at).toBeLessThanOrEqual(begun + 8_000 + 5_000);
    const ofThePlatformItself = 1;
    expect(outbox.time.pending).toBe(ofThePlatformItself);

    outbox.slack.answerWith(() => 'ok');
    outbox.dispatcher().start();
    await outbox.time.advance(10_000);
    expect(keysOf()).toEqual(['hangs', 'fine', 'hangs']);
  });

  test('an idle process stops at once', async () => {
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.time.advance(500);
    const before = outbox.time.now();
    await dispatcher.stop({ graceMs: 8_000 });
    expect(outbox.time.now()).toBe(before);
  });
});

describe('when something goes wrong inside', () => {
  test('a database error loses no result and sends nothing twice', async () => {
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    for (const key of numbered(20)) await outbox.send(key);
    outbox.slack.takeMs(() => 1_500);
    await outbox.time.advance(1_000);
    const { db } = outbox;
    const transaction = db.transaction.bind(db);
    db.transaction = () => {
      throw new Error('database is locked: message 1');
    };
    await outbox.time.advance(4_000);
    db.transaction = transaction;
    await outbox.time.advance(20_000);
    expect(keysOf().sort()).toEqual(numbered(20).sort());
    expect((await outbox.rows()).every((row) => row.status === 'sent')).toBe(true);
    expect(outbox.logged.some((line) => line.includes('a round of deliveries failed'))).toBe(true);
    expect(outbox.logged.join('')).not.toContain('message 1');
  });

  test('a hook that throws does not keep the results of others from being recorded', async () => {
    outbox.slack.answerWith(({ options }): Answer => (options.key === 'message 3' ? unreachable : 'ok'));
    outbox
      .dispatcher({
        onUnreachable: async () => {
          throw new Error('a bug');
        },
      })
      .start();
    for (const key of numbered(20)) await outbox.send(key);
    await outbox.time.advance(20_000);
    expect(keysOf()).toHaveLength(20);
    expect((await outbox.rows()).filter((row) => row.status === 'sent')).toHaveLength(19);
    expect(await outbox.row('message 3')).toMatchObject({ status: 'unreachable' });
  });

  test('an adapter that throws, or never answers, is tried again like any failure', async () => {
    let tries = 0;
    const bad = {
      ...outbox.slack,
      deliver: (...given: Parameters<typeof outbox.slack.deliver>) => {
        tries += 1;
        if (tries === 1) throw new Error('a bug, with text in it');
        return tries === 2 ? forever() : outbox.slack.deliver(...given);
      },
    };
    outbox.dispatcher({ adapters: new Map([['slack', bad]]) }).start();
    await outbox.send('hello');
    await outbox.time.advance(60_000);
    expect(tries).toBe(3);
    expect(await outbox.row('hello')).toMatchObject({ status: 'sent', attempts: 3 });
    expect(outbox.logged.join('')).not.toContain('text in it');
  });
});

function forever(): Promise<never> {
  return new Promise(() => {});
}
