import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { addressOf, saveAddresses } from '../../src/outbox/recipient-store.ts';
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

  test('does not write an old address over one that came while it was on its way', async () => {
    const { db, slack, time } = outbox;
    const deliver = async () => {
      await saveAddresses(db, [{ person: clinician('moved'), address: 'new' }]);
      return { ok: true, ref: 'message', address: 'old' } as const;
    };
    await saveAddresses(db, [{ person: clinician('moved'), address: 'old' }]);
    outbox.dispatcher({ adapters: new Map([['slack', { ...slack, deliver }]]) }).start();
    await outbox.send('hello', { to: clinician('moved') });
    await time.advance(2_000);
    expect(await outbox.row('hello')).toMatchObject({ status: 'sent' });
    expect(await addressOf(db, clinician('moved'))).toBe('new');
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
        onUndelivered: async (db, { to }) => {
          const row = await db
            .selectFrom('outbox')
            .select('status')
            .where('key', '=', 'hello')
            .executeTakeFirst();
          expect(row?.status).toBe('unreachable');
          told.push(to);
        },
      })
      .start();
    await outbox.send('hello');
    await outbox.time.advance(600_000);
    expect(keysOf()).toEqual(['hello']);
    expect(told).toEqual([clinician('hello')]);
  });

  test('who does not get a message: anyone who has to know is told, in the same transaction, how it ended', async () => {
    const told: unknown[] = [];
    outbox.slack.answerWith(({ options }): Answer => {
      if (options.key === 'gone') return unreachable;
      return options.key === 'refused' ? rejected : temporary;
    });
    outbox
      .dispatcher({
        onUndelivered: async (db, { key, to, status }) => {
          const row = await db
            .selectFrom('outbox')
            .select('status')
            .where('key', '=', key)
            .executeTakeFirst();
          told.push([key, to.id, status, row?.status]);
        },
      })
      .start();
    for (const key of ['gone', 'refused']) await outbox.send(key);
    await outbox.send('slow', { usefulUntil: outbox.time.now() + 90_000 });
    await outbox.send('too late', {
      dueAt: outbox.time.now() + 9_000,
      usefulUntil: outbox.time.now() + 5_000,
    });
    await outbox.time.advance(600_000);
    expect(told.sort()).toEqual([
      ['gone', 'U-gone', 'unreachable', 'unreachable'],
      ['refused', 'U-refused', 'failed', 'failed'],
      ['slow', 'U-slow', 'failed', 'failed'],
      ['too late', 'U-too late', 'expired', 'expired'],
    ]);
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
        onUndelivered: async () => {
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
