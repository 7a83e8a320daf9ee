import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refOf } from '../../adapters/playground/ward.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { reply } from '../../src/chat/say.ts';
import { startPlaygroundAdapter } from './playground-adapter-stage.ts';
import { asksToOpen, aView, viewToFill } from './sample-view.ts';

let stage: Awaited<ReturnType<typeof startPlaygroundAdapter>>;
let events: InboundEvent[];
let effects: readonly Effect[];

beforeEach(async () => {
  events = [];
  effects = [];
  stage = await startPlaygroundAdapter(async (event) => {
    events.push(event);
    return effects;
  });
});

afterEach(async () => {
  await stage.adapter.stop();
  await stage.server.close();
  expect(JSON.stringify(stage.adapter.chats.written('ana'))).not.toContain('SECRET');
});

async function post(path: string, body: object): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${stage.server.url}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'ana', ...body }),
  });
  return { status: response.status, json: await response.json() };
}

async function opened(view = aView) {
  await stage.adapter.deliver(
    { person: refOf('ana'), address: null },
    { card: asksToOpen },
    { key: 'a-key' },
  );
  effects = [{ type: 'view', view }];
  return post('press', { message: 'm1', button: 'help.show:R-1' });
}

const inView = (button: string) => post('press', { message: 'view', button });
const sends = (answers: object) => post('submit', { form: viewToFill.id, answers });

describe('a view in the playground', () => {
  test('comes with the press that opened it, and by a command, too', async () => {
    expect(await opened()).toEqual({ status: 200, json: { ok: true, view: aView } });
    expect(await post('say', { text: '/buddy help' })).toMatchObject({ json: { ok: true, view: aView } });
  });

  test('takes presses of what it shows, and of nothing else', async () => {
    expect((await inView('pairing.accept:R-1')).status).toBe(409);
    await opened();
    const before = events.length;
    expect((await inView('pairing.accept:R-2')).status).toBe(409);
    expect((await inView('nudges.snooze:never')).status).toBe(409);
    expect(events).toHaveLength(before);
    expect((await inView('nudges.snooze:thursday')).status).toBe(200);
    expect(events.at(-1)).toMatchObject({ type: 'press', button: 'nudges.snooze:thursday', message: null });
  });

  test('belongs to who opened it', async () => {
    await opened();
    const other = { person: 'ben', message: 'view', button: 'pairing.accept:R-1' };
    expect((await post('press', other)).status).toBe(409);
  });

  test('is gone with its dialog', async () => {
    await opened(viewToFill);
    expect(await post('close', {})).toEqual({ status: 200, json: { ok: true } });
    expect((await inView('help.show')).status).toBe(409);
    expect((await sends({ kinds: 'a' })).status).toBe(409);
    expect((await post('close', { person: 'nobody' })).status).toBe(404);
  });

  test('is gone once nothing follows it', async () => {
    await opened();
    effects = [];
    expect(await inView('pairing.accept:R-1')).toEqual({ status: 200, json: { ok: true } });
    expect((await inView('pairing.accept:R-1')).status).toBe(409);
  });

  test('is checked as a chat client would, and stays open meanwhile', async () => {
    await opened(viewToFill);
    const before = events.length;
    const fine = { kinds: 'a', soon: 'week' };
    for (const [wrong, field] of [
      [{ colleagues: 'ben,chidi,dana,elif' }, 'colleagues'],
      [{ colleagues: 'ben,nobody' }, 'colleagues'],
      [{ kinds: 'a,z' }, 'kinds'],
      [{ kinds: '' }, 'kinds'],
    ] as const) {
      const { json } = await sends({ ...fine, ...wrong });
      expect(json).toEqual({ errors: { [field]: expect.any(String) } });
    }
    expect(events).toHaveLength(before);
    effects = [reply('SECRET thanks')];
    expect(await sends({ ...fine, kinds: 'c,a', colleagues: 'ben,dana' })).toMatchObject({
      json: { ok: true },
    });
    expect(events.at(-1)).toMatchObject({
      answers: { kinds: 'a,c', colleagues: [refOf('ben'), refOf('dana')] },
    });
  });

  test('that can’t be shown is apologized for', async () => {
    await opened({ ...aView, elements: [] });
    expect(JSON.stringify(stage.adapter.chats.written('ana'))).toContain('went wrong on my side');
    await opened({ ...viewToFill, submit: null });
    expect((await inView('help.show')).status).toBe(409);
  });
});
