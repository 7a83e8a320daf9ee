import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Executor } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { expireOverdue } from '../../src/outbox/expire-store.ts';
import { isAwaited, type LaneWork, readLanes } from '../../src/outbox/lane-store.ts';
import { cancel, change } from '../../src/outbox/store.ts';
import { claimAll } from './support/claim-all.ts';
import { cardOf } from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keys = Array.from({ length: 120 }, (_, nth) => `message ${nth}`);

test('while two processes send, a feature that changes a message always has the last word', async () => {
  for (const key of keys) await outbox.send(key);
  outbox.dispatcher().start();
  outbox.dispatcher().start();
  const changed = keys.flatMap((key) =>
    ['first', 'second'].map((text) =>
      transact(outbox.db, (transaction) =>
        change(transaction, key, cardOf(`${text} ${key}`), outbox.time.now()),
      ),
    ),
  );
  await outbox.time.advance(5_000);
  await Promise.all(changed);
  await outbox.time.advanceUntil(async () => (await outbox.rows()).every((row) => row.status === 'sent'));
  const shown = [...outbox.slack.shown.values()];
  expect(shown.filter((text) => !/^(first|second) /.test(text))).toEqual([]);
  expect(new Set(shown.map((text) => text.replace(/^\w+ /, ''))).size).toBe(keys.length);
});

test('what a feature is taking back at this moment is not claimed', async () => {
  const { db, time } = outbox;
  for (const key of keys.slice(0, 3)) await outbox.send(key);
  const takingBack = slowly((transaction) => cancel(transaction, ['message 1']));
  await takingBack.begun;
  const claims = transact(db, (transaction) => claimAll(transaction, time.now()));
  await takingBack.ended;
  expect((await claims).map(({ key }) => key).sort()).toEqual(['message 0', 'message 2']);
});

test('what another process has just claimed, or settled, is not settled once more', async () => {
  const { db, time } = outbox;
  for (const key of keys.slice(0, 3)) await outbox.send(key, { usefulUntil: time.now() });
  const claiming = slowly((transaction) =>
    transaction.updateTable('outbox').set({ status: 'claimed' }).where('key', '=', 'message 1').execute(),
  );
  await claiming.begun;
  const told: string[] = [];
  const sweep = () =>
    transact(db, (transaction) =>
      expireOverdue(transaction, time.now() + 1, async (_, { key }) => void told.push(key)),
    );
  const sweeps = [sweep(), sweep()];
  await claiming.ended;
  await Promise.all(sweeps);
  expect(told.sort()).toEqual(['message 0', 'message 2']);
  expect((await outbox.row('message 1')).status).toBe('claimed');
});

test('what is claimed between two looks of a command that waits for it still counts', async () => {
  const { db, time } = outbox;
  await outbox.send('message');
  const [lane] = (await readLanes(db)).filter((one) => one.lane === 'post');
  await db
    .updateTable('outbox')
    .set({ status: 'claimed', lease_until: time.now() + 15_000 })
    .execute();
  const now = time.now();
  expect(await isAwaited(db, lane as LaneWork, { now, startedAt: now, until: now })).toBe(true);
  await db.updateTable('outbox').set({ status: 'sent', lease_until: null }).execute();
  expect(await isAwaited(db, lane as LaneWork, { now, startedAt: now, until: now })).toBe(false);
});

/** A transaction that takes its time before it ends. */
function slowly(work: (transaction: Executor) => Promise<unknown>): {
  begun: Promise<void>;
  ended: Promise<void>;
} {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const ended = transact(outbox.db, async (transaction) => {
    await work(transaction);
    resolve();
    await new Promise((done) => setTimeout(done, 300));
  });
  return { begun, ended };
}
