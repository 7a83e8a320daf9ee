import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { expireOverdue } from '../../src/outbox/expire-store.ts';
import {
  addressOf,
  eraseRecipient,
  findWaitingMentioning,
  saveAddresses,
} from '../../src/outbox/recipient-store.ts';
import {
  cancel,
  cancelStartingWith,
  change,
  enqueue,
  forgetSettledBefore,
  messageRefOf,
} from '../../src/outbox/store.ts';
import type { OnUndelivered, Undelivered } from '../../src/outbox/undelivered.ts';
import { countBatch } from './support/count-batch.ts';
import { cardOf, unreachable } from './support/fake-platform.ts';
import { clinician, type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

describe('enqueue', () => {
  test('a key is sent once, however often it is handed over', async () => {
    const { db, time } = outbox;
    const nudge = (key: string) => ({ key, to: clinician(key), card: cardOf('Good morning') });
    expect(await enqueue(db, [nudge('a'), nudge('b'), nudge('a')], time.now())).toBe(2);
    expect(await enqueue(db, [nudge('b'), nudge('c')], time.now())).toBe(1);
    outbox.dispatcher().start();
    await time.advance(5_000);
    expect(await enqueue(db, [nudge('a'), nudge('b'), nudge('c')], time.now())).toBe(0);
    await time.advance(5_000);
    expect(outbox.slack.deliveries).toHaveLength(3);
  });

  test('takes more rows at once than a statement has parameters', async () => {
    const { db, time } = outbox;
    const many = Array.from({ length: 5_001 }, (_, nth) => ({
      key: `nudge:${nth}`,
      to: clinician(`${nth}`),
      card: cardOf('Good morning'),
      batch: '2026-W48',
    }));
    expect(await enqueue(db, many, time.now())).toBe(5_001);
    expect(await countBatch(db, '2026-W48')).toMatchObject({ waiting: 5_001 });
    expect(await enqueue(db, [], time.now())).toBe(0);
  });

  test('what is meant for later waits until then, and not longer', async () => {
    const { time, slack } = outbox;
    const start = time.now();
    outbox.dispatcher().start();
    await outbox.send('later', { dueAt: start + 3_600_000 });
    await time.advance(2_000);
    time.set(start + 3_595_000);
    await time.advance(4_999);
    expect(slack.deliveries).toHaveLength(0);
    await time.advance(1);
    expect(slack.deliveries[0]?.startedAt).toBe(start + 3_600_000);
  });
});

describe('cancel', () => {
  test('takes back what waits; what is on its way or sent stays', async () => {
    const { db, time, slack } = outbox;
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.send('sent');
    await time.advance(2_000);
    slack.takeMs(() => 5_000);
    await outbox.send('flying');
    await time.advance(1_100);
    await outbox.send('waiting', { dueAt: time.now() + 10_000 });
    expect(await cancel(db, ['sent', 'flying', 'waiting', 'unknown'])).toEqual(['waiting']);
    await time.advance(20_000);
    expect(slack.deliveries.map((one) => one.options.key)).toEqual(['sent', 'flying']);
  });

  test('by how a key starts takes back everything of one thing that waits, and nothing of another', async () => {
    const { db, time } = outbox;
    outbox.dispatcher().start();
    await outbox.send('reminder:ana:1');
    await time.advance(2_000);
    const later = { dueAt: time.now() + 10_000 };
    for (const key of [
      'reminder:ana:2',
      'reminder:ana:z',
      'reminder:ana2:1',
      'reminder:an:1',
      'reminder:ana',
    ])
      await outbox.send(key, later);
    expect([...(await cancelStartingWith(db, 'reminder:ana:'))].sort()).toEqual([
      'reminder:ana:2',
      'reminder:ana:z',
    ]);
    expect((await outbox.rows()).map((row) => [row.key, row.status]).sort()).toEqual([
      ['reminder:an:1', 'waiting'],
      ['reminder:ana', 'waiting'],
      ['reminder:ana2:1', 'waiting'],
      ['reminder:ana:1', 'sent'],
    ]);
  });
});

describe('what stays behind', () => {
  test('nothing of the text is kept once a message is through, whatever became of it', async () => {
    const { db, time, slack } = outbox;
    slack.answerWith(({ options }) => (options.key === 'blocked' ? unreachable : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('sent');
    await outbox.send('blocked');
    await outbox.send('late', { usefulUntil: time.now() });
    await time.advance(3_000);
    await outbox.change('sent', 'card of the change');
    await time.advance(3_000);
    const rows = await outbox.rows();
    expect(rows.map((row) => row.status).sort()).toEqual(['expired', 'sent', 'sent', 'unreachable']);
    expect(JSON.stringify(rows)).not.toContain('card of');
    expect(outbox.logged.join('')).not.toMatch(/card of|U-|T1/);
    expect(await messageRefOf(db, 'sent')).toBe('message 1');
    expect(await messageRefOf(db, 'blocked')).toBeNull();
  });

  test('settled messages are forgotten after their time, and those that nobody could ever send', async () => {
    const { db, time } = outbox;
    const start = time.now();
    const elsewhere = { platform: 'teams', workspace: 'tenant', id: 'E1' } as const;
    outbox.dispatcher().start();
    await outbox.send('old');
    await outbox.send('stuck', { to: elsewhere });
    await time.advance(2_000);
    time.set(start + 86_400_000);
    await outbox.send('young');
    await outbox.send('planned', { dueAt: time.now() + 1_000_000 });
    await time.advance(2_000);
    await forgetSettledBefore(db, start + 86_400_000);
    expect((await outbox.rows()).map((row) => row.key).sort()).toEqual(['planned', 'young']);
  });

  test('a person who is erased is in no row, also when a message to them is still on its way', async () => {
    const { db, time, slack } = outbox;
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.send('before', { to: clinician('erased') });
    await outbox.send('other');
    await time.advance(2_000);
    expect(await addressOf(db, clinician('erased'))).toBe('channel of U-erased');
    await outbox.change('before', 'changed');
    await outbox.send('planned', { to: clinician('erased'), dueAt: time.now() + 1_000_000 });
    slack.takeMs(() => 3_000);
    await outbox.send('flying', { to: clinician('erased') });
    await time.advance(1_500);
    await eraseRecipient(db, clinician('erased'));
    await time.advance(10_000);
    const tables = [await outbox.rows(), await db.selectFrom('addresses').selectAll().execute()];
    expect(JSON.stringify(tables)).not.toContain('U-erased');
    expect((await outbox.rows()).map((row) => row.key)).toEqual(['other']);
  });
});

describe('findWaitingMentioning', () => {
  test('finds what waits or flies and names the person, and nobody whose id is longer or is of another workspace', async () => {
    const { db, time, slack } = outbox;
    const naming = (person: PersonRef) => ({
      elements: [{ type: 'text' as const, words: ['With ', { person, name: 'Someone' }] }],
    });
    const mention = (id: string) => naming(clinician(id));
    const later = { dueAt: time.now() + 1_000_000 };
    outbox.dispatcher().start();
    await outbox.send('sent', { card: mention('1_%') });
    await time.advance(2_000);
    await change(db, 'sent', mention('1_%'), time.now());
    slack.takeMs(() => 5_000);
    await outbox.send('flying', { card: mention('1_%') });
    await time.advance(1_100);
    await outbox.send('waiting', { card: mention('1_%'), ...later });
    await outbox.send('elsewhere', { card: naming({ ...clinician('1_%'), workspace: 'T2' }), ...later });
    await outbox.send('longer id', { card: mention('1_%2'), ...later });
    await outbox.send('looks alike', { card: mention('1xx'), ...later });
    const found = await findWaitingMentioning(db, clinician('1_%'));
    expect(found.map((one) => one.key).sort()).toEqual(['flying', 'sent', 'waiting']);
    expect(found.find((one) => one.key === 'waiting')?.to).toEqual(clinician('waiting'));

    for (const { key } of found) await outbox.change(key, 'Your buddy has left.');
    expect(await findWaitingMentioning(db, clinician('1_%'))).toEqual([]);
  });
});

describe('accounts', () => {
  test('every message of a batch is accounted for, in exactly one place', async () => {
    const { db, time, slack } = outbox;
    slack.answerWith(({ options }) => (options.key === 'blocked' ? unreachable : 'ok'));
    slack.takeMs(({ options }) => (options.key === 'flying' ? 9_000 : 20));
    outbox.dispatcher().start();
    const batch = '2026-W48';
    for (const key of ['sent', 'blocked', 'flying']) await outbox.send(key, { batch });
    await outbox.send('too late', { batch, usefulUntil: time.now() });
    await outbox.send('next week', { batch: '2026-W49' });
    await time.advance(3_000);
    await outbox.send('waiting', { batch, dueAt: time.now() + 1_000_000 });
    expect(await countBatch(db, batch)).toEqual({
      waiting: 2,
      sent: 1,
      unreachable: 1,
      failed: 0,
      expired: 1,
    });
    expect(await countBatch(db, 'none')).toEqual({
      waiting: 0,
      sent: 0,
      unreachable: 0,
      failed: 0,
      expired: 0,
    });
  });

  test('what was tried in vain until it was of no use has failed; what never had its turn has expired', async () => {
    const { db, time } = outbox;
    const end = { usefulUntil: time.now() + 1_000 };
    await outbox.send('tried', end);
    await outbox.send('untried', end);
    await db
      .updateTable('outbox')
      .set({ attempts: 2, why: 'ECONNRESET' })
      .where('key', '=', 'tried')
      .execute();
    const expired: Undelivered[] = [];
    const keep: OnUndelivered = async (_, message) => void expired.push(message);
    expect(await expireOverdue(db, time.now() + 999, keep)).toBe(0);
    expect(await expireOverdue(db, time.now() + 1_000, keep)).toBe(2);
    expect(expired).toHaveLength(2);
    expect(await outbox.row('tried')).toMatchObject({ status: 'failed', why: 'ECONNRESET', card: null });
    expect(await outbox.row('untried')).toMatchObject({ status: 'expired', why: null, card: null });
  });
});

describe('addresses', () => {
  test('the newest way to reach a person is kept, one per person', async () => {
    const { db } = outbox;
    await saveAddresses(db, [{ person: clinician('a'), address: 'first' }]);
    await saveAddresses(db, [{ person: clinician('a'), address: 'second' }]);
    await saveAddresses(db, [{ person: clinician('b'), address: 'other' }]);
    expect(await addressOf(db, clinician('a'))).toBe('second');
    expect(await addressOf(db, clinician('nobody'))).toBeNull();
  });
});
