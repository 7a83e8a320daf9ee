import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { unreachable } from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const someone = (workspace: string, id: string): PersonRef => ({ platform: 'slack', workspace, id });
const startsIn = (workspace: string): number[] =>
  outbox.slack.deliveries.filter(({ to }) => to.person.workspace === workspace).map((one) => one.startedAt);

async function sendTo(workspaces: readonly string[], each: number): Promise<void> {
  for (const workspace of workspaces) {
    for (let nth = 0; nth < each; nth += 1) {
      await outbox.send(`${workspace}:${nth}`, { to: someone(workspace, `U${nth}`) });
    }
  }
}

test('fifty workspaces in one process each keep their own pace, and share the work in the database', async () => {
  const workspaces = Array.from({ length: 50 }, (_, nth) => `T${nth}`);
  await sendTo(workspaces, 4);
  let transactions = 0;
  const transaction = outbox.db.transaction.bind(outbox.db);
  outbox.db.transaction = () => {
    transactions += 1;
    return transaction();
  };
  const begun = outbox.time.now();
  outbox.dispatcher({ allowance: () => ({ ...unpaced, count: 60 }) }).start();
  await outbox.time.advance(3_200);
  for (const workspace of workspaces) {
    const starts = startsIn(workspace);
    expect(starts).toHaveLength(4);
    expect(Math.max(...starts)).toBeLessThanOrEqual(begun + 3 * 1_010 + 50);
    const gaps = starts.slice(1).map((start, nth) => start - (starts[nth] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(950);
  }
  // One for each answer, which this clock lets come one by one, and a few for everything that is claimed.
  expect(transactions).toBeLessThan(200 + 20);
});

test('a process with many workspaces touches only those that have something to do', async () => {
  await sendTo(
    Array.from({ length: 50 }, (_, nth) => `T${nth}`),
    1,
  );
  outbox.dispatcher().start();
  await outbox.time.advance(5_000);
  expect(outbox.slack.deliveries).toHaveLength(50);
  let transactions = 0;
  const transaction = outbox.db.transaction.bind(outbox.db);
  outbox.db.transaction = () => {
    transactions += 1;
    return transaction();
  };
  await outbox.send('one more', { to: someone('T7', 'U1') });
  await outbox.time.advance(10_000);
  // To claim it and to record it; the others are what is looked for every second.
  expect(transactions).toBeLessThanOrEqual(2 + 10);
});

test('what goes wrong in one workspace holds up no other', async () => {
  outbox.slack.answerWith(({ options }) => (options.key === 'T1:3' ? unreachable : 'ok'));
  const begun = outbox.time.now();
  await sendTo(['T0', 'T1', 'T2'], 20);
  outbox
    .dispatcher({
      onUndelivered: async () => {
        throw new Error('a bug');
      },
    })
    .start();
  await outbox.time.advance(900);
  for (const workspace of ['T0', 'T2']) {
    expect(startsIn(workspace)).toHaveLength(20);
    expect(Math.max(...startsIn(workspace))).toBeLessThan(begun + 900);
  }
  await outbox.time.advance(30_000);
  expect(startsIn('T1')).toHaveLength(20);
});
