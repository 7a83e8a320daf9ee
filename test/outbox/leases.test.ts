import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unpaced } from '../../src/outbox/pace.ts';
import { createRound, type PlayRound } from '../../src/outbox/round.ts';
import type { Claim } from '../../src/outbox/under-way.ts';
import { createUnderWay, type UnderWay } from '../../src/outbox/under-way.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keysOf = (): string[] => outbox.slack.deliveries.map((one) => one.options.key);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, nth) => `message ${nth}`);

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
    const playRound = otherProcess();
    const underWay = createUnderWay({ platform: 'slack', workspace: 'T1' });
    expect(await claimFrom(playRound, underWay)).toHaveLength(8);
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

describe('a lease', () => {
  test('that ran out while the machine slept does not make the process send a second time', async () => {
    outbox.slack.takeMs(() => 5_000);
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(2_000);
    outbox.time.set(outbox.time.now() + 20_000);
    await outbox.time.advance(60_000);
    expect(keysOf()).toEqual(['hello']);
    expect(await outbox.row('hello')).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test('given before the clock was set back does not make the process send a second time', async () => {
    outbox.slack.takeMs(() => 3_000);
    outbox.dispatcher().start();
    for (const key of numbered(20)) await outbox.send(key, { dueAt: outbox.time.now() - 7_200_000 });
    await outbox.time.advance(2_000);
    outbox.time.setBack(3_600_000);
    await outbox.time.advance(60_000);
    expect(keysOf()).toHaveLength(20);
    expect((await outbox.rows()).every((row) => row.status === 'sent' && row.attempts === 1)).toBe(true);
  });

  test('that ran out does not keep a late arrival from being recorded, as long as nobody else has claimed', async () => {
    const slow = otherProcess();
    const underWay = createUnderWay({ platform: 'slack', workspace: 'T1' });
    await outbox.send('hello');
    const [claim] = await claimFrom(slow, underWay);
    if (claim === undefined) throw new Error('Nothing was claimed.');
    outbox.time.set(outbox.time.now() + 15_000);
    await outbox.db.updateTable('outbox').set({ status: 'waiting', lease_until: null }).execute();
    underWay.answer(claim, { ok: true, ref: 'late', address: 'there' }, outbox.time.now());
    await slow([{ underWay, aim: 'record' }]);
    expect(await outbox.row('hello')).toMatchObject({ status: 'sent', message_ref: 'late' });

    await outbox.send('other');
    const [second] = await claimFrom(slow, underWay);
    if (second === undefined) throw new Error('Nothing was claimed.');
    await outbox.db
      .updateTable('outbox')
      .set({ lease_owner: 'another' })
      .where('key', '=', 'other')
      .execute();
    underWay.answer(second, { ok: true, ref: 'too late', address: 'there' }, outbox.time.now());
    await slow([{ underWay, aim: 'record' }]);
    expect(await outbox.row('other')).toMatchObject({ status: 'claimed', message_ref: null });
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

async function claimFrom(playRound: PlayRound, underWay: UnderWay): Promise<readonly Claim[]> {
  const [claimed] = await playRound([{ underWay, aim: { claimFrom: ['post'] } }]);
  return claimed?.claims ?? [];
}

/** The rounds of a process that this test plays by hand. */
function otherProcess(): PlayRound {
  const { db, time, log } = outbox;
  return createRound(
    {
      db,
      adapters: new Map(),
      clock: time,
      log,
      metrics: uncounted,
      owner: 'other',
      allowance: () => unpaced,
    },
    async () => {},
  );
}
