import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mostTries } from '../../src/outbox/backoff.ts';
import { type Answer, temporary } from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const triesOf = (key: string): number =>
  outbox.slack.deliveries.filter((one) => one.options.key === key).length;

/** A minute in which someone else gets a message. */
async function passMinute(minute: number): Promise<void> {
  await outbox.send(`other ${minute}`);
  outbox.time.set(outbox.time.now() + minuteMs - 5_000);
  await outbox.time.advance(5_000);
}

test('a message that arrives each time and is taken for failed comes sixty times at most while others get through', async () => {
  const told: string[] = [];
  outbox.slack.answerWith(({ options }): Answer => (options.key === 'misread' ? 'lost' : 'ok'));
  outbox.dispatcher({ onUndelivered: async (_, { key }) => void told.push(key) }).start();
  await outbox.send('misread');
  for (let minute = 0; minute < 100; minute += 1) await passMinute(minute);
  expect(mostTries).toBe(60);
  expect(triesOf('misread')).toBe(60);
  expect(await outbox.row('misread')).toMatchObject({ status: 'failed', why: 'ECONNRESET', card: null });
  expect(told).toEqual(['misread']);
}, 60_000);

test('an outage from Monday until Thursday evening costs nobody their message, however often it was tried', async () => {
  const monday = outbox.time.now();
  outbox.dispatcher().start();
  await outbox.send('before');
  await outbox.time.advance(minuteMs);
  outbox.slack.answerWith(() => temporary);
  await outbox.send('nudge', { usefulUntil: monday + 3.5 * dayMs });
  while (outbox.time.now() < monday + 3.4 * dayMs) {
    outbox.time.set(outbox.time.now() + 30 * minuteMs);
    await outbox.time.advance(2_000);
  }
  expect(triesOf('nudge')).toBeGreaterThan(2 * mostTries);
  outbox.slack.answerWith(() => 'ok');
  await outbox.time.advance(80_000);
  expect(await outbox.row('nudge')).toMatchObject({ status: 'sent' });
}, 60_000);

test('tries that failed before an outage still count after it', async () => {
  outbox.slack.answerWith(({ options }) => (options.key === 'misread' ? 'lost' : 'ok'));
  outbox.dispatcher().start();
  await outbox.send('misread');
  await outbox.db.updateTable('outbox').set({ attempts: 50 }).execute();
  for (let nth = 0; nth < 20; nth += 1) {
    outbox.time.set(outbox.time.now() + 30 * minuteMs);
    await outbox.time.advance(2_000);
  }
  expect(await outbox.row('misread')).toMatchObject({ status: 'waiting', attempts: 50 });
  const before = triesOf('misread');
  for (let minute = 0; minute < 30; minute += 1) await passMinute(minute);
  expect(triesOf('misread') - before).toBeLessThanOrEqual(11);
  expect(await outbox.row('misread')).toMatchObject({ status: 'failed' });
}, 60_000);
