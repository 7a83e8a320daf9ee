import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { transact } from '../../src/db/transact.ts';
import { expireOverdue } from '../../src/outbox/expire-store.ts';
import { cancel, change } from '../../src/outbox/store.ts';
import { cardOf } from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keys = Array.from({ length: 120 }, (_, nth) => `message ${nth}`);

test('while two processes send, what a feature takes back never goes out, and everything else does', async () => {
  for (const key of keys) await outbox.send(key);
  outbox.dispatcher().start();
  outbox.dispatcher().start();
  const takenBack = keys
    .filter((_, nth) => nth % 3 === 0)
    .toReversed()
    .map((key) => transact(outbox.db, (transaction) => cancel(transaction, [key])));
  await outbox.time.advance(5_000);
  const cancelled = (await Promise.all(takenBack)).flat();
  await outbox.time.advance(5_000);
  const sent = outbox.slack.deliveries.map((one) => one.options.key);
  expect(cancelled.length).toBeGreaterThan(0);
  expect([...sent, ...cancelled].sort()).toEqual([...keys].sort());
});

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

test('what is settled by two processes at once is told of once', async () => {
  for (const key of keys) await outbox.send(key, { usefulUntil: outbox.time.now() });
  const told: string[] = [];
  const sweeps = [1, 2, 3].map(() =>
    transact(outbox.db, (transaction) =>
      expireOverdue(transaction, outbox.time.now() + 1, async (_, { key }) => void told.push(key)),
    ),
  );
  await Promise.all(sweeps);
  expect(told.sort()).toEqual([...keys].sort());
});
