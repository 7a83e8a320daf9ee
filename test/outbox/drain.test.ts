import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Dispatcher } from '../../src/outbox/dispatcher.ts';
import type { Drained } from '../../src/outbox/drain.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { rateLimited, temporary, unreachable } from './support/fake-platform.ts';
import { clinician, type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

/** How a drain ended, and after how long. */
async function drained(
  dispatcher: Dispatcher,
  withinMs: number,
): Promise<{ result: Drained; afterMs: number }> {
  const start = outbox.time.now();
  let end: { result: Drained; afterMs: number } | undefined;
  void dispatcher.drain().then((result) => {
    end = { result, afterMs: outbox.time.now() - start };
  });
  await outbox.time.advanceUntil(() => end !== undefined, withinMs);
  if (end === undefined) throw new Error('unreached');
  return end;
}

describe('drain', () => {
  test('ends at once when there is nothing', async () => {
    expect(await drained(outbox.dispatcher(), 200)).toMatchObject({ result: { ok: true } });
  });

  test('ends when everything is sent, whatever became of single recipients', async () => {
    outbox.slack.answerWith(({ options }) => (options.key === '3' ? unreachable : 'ok'));
    for (let nth = 0; nth < 100; nth += 1) await outbox.send(`${nth}`);
    expect((await drained(outbox.dispatcher(), 10_000)).result).toEqual({ ok: true });
    expect((await outbox.rows()).filter((row) => row.status === 'sent')).toHaveLength(99);
  });

  test('waits for the pace and for a Retry-After', async () => {
    outbox.slack.answerWith((_, nth) => (nth === 5 ? rateLimited(40_000) : 'ok'));
    for (let nth = 0; nth < 20; nth += 1) await outbox.send(`${nth}`);
    const { result, afterMs } = await drained(
      outbox.dispatcher({ allowance: () => ({ ...unpaced, count: 60 }) }),
      120_000,
    );
    expect(result).toEqual({ ok: true });
    expect(afterMs).toBeGreaterThan(58_000);
    expect((await outbox.rows()).every((row) => row.status === 'sent')).toBe(true);
  });

  test('gives a message that keeps failing four tries, then leaves it to the server', async () => {
    outbox.slack.answerWith(() => temporary);
    await outbox.send('hello');
    const { result } = await drained(outbox.dispatcher(), 120_000);
    expect(result).toEqual({ ok: true });
    expect(await outbox.row('hello')).toMatchObject({ status: 'waiting', attempts: 4 });
  });

  test('ends although many keep failing, after each has had its tries', async () => {
    outbox.slack.answerWith(() => temporary);
    for (let nth = 0; nth < 40; nth += 1) await outbox.send(`${nth}`);
    expect(
      (await drained(outbox.dispatcher({ allowance: () => ({ ...unpaced, count: 120 }) }), 600_000)).result,
    ).toEqual({
      ok: true,
    });
    expect((await outbox.rows()).every((row) => row.attempts >= 4)).toBe(true);
  });

  test('does not wait for what is meant for later, nor for a Retry-After of an hour', async () => {
    await outbox.send('later', { dueAt: outbox.time.now() + 60_000 });
    expect((await drained(outbox.dispatcher(), 1_000)).result).toEqual({ ok: true });
    outbox.slack.answerWith(() => rateLimited(3_600_000));
    for (let nth = 0; nth < 20; nth += 1) await outbox.send(`held ${nth}`);
    expect((await drained(outbox.dispatcher(), 5_000)).result).toEqual({ ok: true });
    expect(outbox.slack.deliveries).toHaveLength(8);
  });

  test('waits for what another process has on its way, and takes it over when that one is gone', async () => {
    await outbox.send('hello');
    const gone = {
      status: 'claimed',
      attempts: 1,
      lease_owner: 'gone',
      lease_until: outbox.time.now() + 15_000,
    } as const;
    await outbox.db.updateTable('outbox').set(gone).execute();
    const { result, afterMs } = await drained(outbox.dispatcher(), 60_000);
    expect(result).toEqual({ ok: true });
    expect(afterMs).toBeGreaterThanOrEqual(15_000);
    expect(await outbox.row('hello')).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('gives a platform in trouble 20 s, then says so; trouble that passes is waited for', async () => {
    outbox.slack.sayTrouble('The token was revoked.');
    await outbox.send('hello');
    const given = await drained(outbox.dispatcher(), 60_000);
    expect(given.result).toEqual({ ok: false, why: 'trouble', platforms: ['slack'] });
    expect(given.afterMs).toBeGreaterThanOrEqual(20_000);
    expect(given.afterMs).toBeLessThan(22_000);

    outbox.time.after(10_000, () => outbox.slack.sayTrouble(null));
    expect((await drained(outbox.dispatcher(), 60_000)).result).toEqual({ ok: true });
  });

  test('leaves platforms alone that this process does not serve', async () => {
    await outbox.send('elsewhere', { to: { ...clinician('x'), platform: 'teams' } });
    expect((await drained(outbox.dispatcher(), 1_000)).result).toEqual({ ok: true });
  });

  test('ends when the dispatcher is stopped', async () => {
    outbox.slack.answerWith(() => temporary);
    await outbox.send('hello');
    const dispatcher = outbox.dispatcher();
    const end = dispatcher.drain();
    await outbox.time.advance(1_000);
    await dispatcher.stop({ graceMs: 0 });
    await outbox.time.advance(200);
    expect(await end).toEqual({ ok: false, why: 'stopped' });
  });
});
