import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import { everything } from '../features/privacy-stage.ts';
import { openPlayground, type PlaygroundStage, until } from './playground-stage.ts';

let stage: PlaygroundStage;
beforeAll(async () => {
  stage = await openPlayground();
});
afterAll(() => stage.close());

const json = { 'content-type': 'application/json' };
const command = JSON.stringify({ person: 'ana', text: '/buddy @ben' });

/** Everything that a request could have changed. */
async function ward(): Promise<string> {
  const { now: _now, ...state } = await stage.state('ana');
  return JSON.stringify([state, await stage.held('ben'), await everything(stage.db)]);
}

describe('a request that is not right gets a clear no, and changes nothing', () => {
  let before: string;
  beforeAll(async () => {
    await stage.state('ana');
    before = await ward();
  });
  afterEach(async () => {
    expect(await ward()).toBe(before);
  });

  test.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', 'localhost.evil', '10.0.0.1'])(
    'another name in the Host header: "%s"',
    async (host) => {
      for (const path of [
        '/',
        '/playground/gallery',
        '/playground/report',
        '/playground/state?person=ana',
        '/playground/main.js',
      ]) {
        expect(await stage.raw('GET', path, { host })).toBe(403);
      }
      expect(await stage.raw('GET', '/playground/live?person=ana', { host })).toBe(403);
      expect(await stage.raw('POST', '/playground/say', { ...json, host }, command)).toBe(403);
    },
  );

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'what a proxy or a tunnel passed on, by its %s',
    async (name) => {
      const passedOn = { host: '127.0.0.1:3000', [name]: '203.0.113.7' };
      expect(await stage.raw('GET', '/', passedOn)).toBe(403);
      expect(await stage.raw('GET', '/playground/live?person=ana', passedOn)).toBe(403);
      expect(await stage.raw('POST', '/playground/say', { ...json, ...passedOn }, command)).toBe(403);
    },
  );

  test.each(['127.0.0.1:3000', 'localhost', 'LOCALHOST:80', '[::1]:3000'])(
    'this machine by whichever of its names: %s',
    async (host) => {
      expect(await stage.raw('GET', '/playground/account', { host })).toBe(200);
    },
  );

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
  ])('another site: %j', async (headers) => {
    const sent = Object.fromEntries(Object.entries(headers)) as Record<string, string>;
    expect(await stage.raw('POST', '/playground/say', { ...json, ...sent }, command)).toBe(403);
    expect(await stage.raw('POST', '/playground/reset', { ...json, ...sent }, '{}')).toBe(403);
    expect(await stage.raw('GET', '/playground/held?person=ana', sent)).toBe(403);
  });

  test('a link from another site may open the page', async () => {
    expect(await stage.raw('GET', '/', { 'sec-fetch-site': 'cross-site' })).toBe(200);
  });

  test('what a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      expect(await stage.raw('POST', '/playground/say', { 'content-type': type }, command)).toBe(415);
    }
  });

  test.each([
    ['say', '{'],
    ['say', ''],
    ['say', 'null'],
    ['say', '[]'],
    ['say', '{"person":"ana"}'],
    ['say', '{"person":"ana","text":""}'],
    ['say', '{"person":"ana","text":7}'],
    ['say', `{"person":"ana","text":"${'x'.repeat(3_001)}"}`],
    ['say', '{"person":["ana"],"text":"/buddy help"}'],
    ['press', '{"person":"ana","message":"m1"}'],
    ['submit', '{"person":"ana","form":"pairing.invite","answers":{"person":{"id":"ben"}}}'],
    ['close', '{}'],
    ['travel', '{"to":"soon"}'],
    ['travel', '{"to":1e400}'],
    ['travel', '{"to":1.5}'],
    ['travel', '{"to":0}'],
    ['travel', '{"to":8640000000000000}'],
    ['travel', '{"step":"year","person":"ana"}'],
    ['fault', '{"fault":"fire"}'],
    ['fault', '{}'],
    ['language', '{"person":"ana","language":"xx"}'],
    ['language', '{"person":"ana"}'],
    ['support', '"now"'],
    ['reset', '"now"'],
  ])('%s %s', async (path, body) => {
    const response = await fetch(`${stage.url}/playground/${path}`, { method: 'POST', headers: json, body });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(/^.+\.$/);
  });

  test.each([
    ['say', { text: '/buddy help' }],
    ['press', { message: 'm1', button: 'help.show' }],
    ['submit', { form: 'pairing.invite', answers: { person: 'ben' } }],
    ['travel', { step: 'monday' }],
  ])('someone who is not on the ward: %s', async (path, body) => {
    for (const person of ['zoe', '__proto__', 'playground:wil', 'U01ABC', 'ANA']) {
      const { status, json: answer } = await stage.post(path, { person, ...body });
      expect([status, answer.error]).toEqual([404, expect.stringContaining(person)]);
    }
  });

  test('pages and lists for someone who is not on the ward', async () => {
    for (const path of ['state?person=zoe', 'held?person=zoe', 'held', 'live?person=zoe', 'live']) {
      expect((await fetch(`${stage.url}/playground/${path}`)).status).toBe(404);
    }
  });

  test('more than 64 KB, announced or not', async () => {
    const body = JSON.stringify({ person: 'ana', text: '/buddy @ben', more: 'x'.repeat(70_000) });
    expect(await stage.raw('POST', '/playground/say', json, body)).toBe(413);
    const chunked = { ...json, 'transfer-encoding': 'chunked' };
    expect(await stage.raw('POST', '/playground/say', chunked, body)).toBe(413);
  });

  test('a button that is not there, and a message of someone else', async () => {
    const forged = [
      { person: 'ana', message: 'home', button: 'questions.post' },
      { person: 'ana', message: 'home', button: 'pairing.invite:slack/T01/U01ABC' },
      { person: 'ana', message: 'home', button: 'pairing.invite:ben' },
      { person: 'ana', message: 'home', button: 'pairing.invite:member:ben' },
    ];
    for (const body of forged) expect((await stage.post('press', body)).status).toBe(409);
    expect((await stage.post('press', { person: 'ana', message: 'm999', button: 'help.show' })).status).toBe(
      404,
    );
    const unopened = { person: 'ana', form: 'questions.post', answers: { week: '2026-W50' } };
    expect((await stage.post('submit', unopened)).status).toBe(409);
  });

  test('nothing else is served', async () => {
    for (const path of ['/playground/../index.ts', '/playground/%2e%2e/index.ts', '/playground/', '/.env']) {
      expect(await stage.raw('GET', path, {})).toBe(404);
    }
    expect(await stage.raw('GET', '/playground/say', {})).toBe(404);
    expect(await stage.raw('DELETE', '/playground/reset', {})).toBe(404);
  });
});

test('every page and file comes with the headers that keep it to itself', async () => {
  const files = ['/', '/playground/gallery', '/playground/main.js', '/playground/vendor/preact.js'];
  for (const path of files) {
    const response = await fetch(`${stage.url}${path}`);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('the vendored module imports nothing and asks nobody', async () => {
  const source = await (await fetch(`${stage.url}/playground/vendor/preact.js`)).text();
  expect(source).not.toMatch(/\bimport\b|https?:\/\/(?!www\.w3\.org)/);
});

test('the page can ask for the people before it has chosen one', async () => {
  const state = await stage.state('');
  expect(state).toMatchObject({ person: null, messages: [], home: null, fault: 'none' });
  expect(new Set(state.people.map((person) => person.timeZone)).size).toBeGreaterThanOrEqual(2);
});

test('every command that is offered is understood', async () => {
  for (const { command: offered } of (await stage.state('')).commands) {
    const from = { platform: 'playground', workspace: 'ward', id: 'ana' } as const;
    const text = offered.replace('/buddy', '').replace('@colleague', '').replace('CODE', '7K3M-Q9XD').trim();
    const people = offered.includes('@') ? [{ ...from, id: 'ben' }] : [];
    expect([offered, toIntent({ type: 'command', id: 'x', from, text, people }).name]).not.toContain(
      'help.unknown',
    );
  }
});

test('the gallery has every card and form of every room, and what Slack and Teams get of each', async () => {
  const response = await fetch(`${stage.url}/playground/gallery.json`);
  const entries = (await response.json()) as {
    name: string;
    card?: object;
    form?: object;
    view?: object;
    slack: object;
    teams: object;
  }[];
  expect(new Set(entries.map((entry) => entry.name)).size).toBe(entries.length);
  for (const { name, card, form, view, slack, teams } of entries) {
    expect([name, [card, form, view].filter((one) => one !== undefined).length]).toEqual([name, 1]);
    for (const payload of [slack, teams]) {
      expect([name, typeof payload, payload === null]).toEqual([name, 'object', false]);
    }
  }
  const root = new URL('../../src', import.meta.url).pathname;
  const source = globSync('playground/gallery/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const drawn = [
    ...source.matchAll(
      /from '\.\.\/\.\.\/(features\/\w+\/(?:cards|forms|views|[\w-]+-(?:views?|cards))\.ts)'/g,
    ),
  ].map(([, file]) => file);
  const files = 'features/*/{cards,*-cards,forms,views,*-view,*-views}.ts';
  expect([...new Set(drawn)].sort()).toEqual(globSync(files, { cwd: root }).sort());
  const picks = ['anyone', 'noRole', 'wantedPage', 'withoutNudge', 'halves', 'everyProfession', 'mostTyped'];
  const notCards = ['inviteeOf', 'answerButtons', 'acknowledgeButton', ...picks];
  for (const file of drawn) {
    const room = Object.keys(await import(`../../src/${file}`)).filter((name) => !notCards.includes(name));
    for (const name of room)
      expect([file, name, new RegExp(`\\b${name}\\(`).test(source)]).toEqual([file, name, true]);
  }
});

test('a page that listens hears of a change, of the time, and of the end', async () => {
  const abort = new AbortController();
  const response = await fetch(`${stage.url}/playground/live?person=ben`, { signal: abort.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let heard = '';
  const listening = (async () => {
    for await (const chunk of response.body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await until(() => heard.includes('event: clock'));
  await stage.say('ana', '/buddy @ben');
  await until(() => heard.includes('event: changed'));
  expect(heard).toMatch(/event: changed\ndata: {"person":"ben","now":\d+}\n\n/);
  abort.abort();
  await listening;
});

test('fifty pages listen, and the next one is told so', async () => {
  const abort = new AbortController();
  const open = () => fetch(`${stage.url}/playground/live?person=ana`, { signal: abort.signal });
  const all = await Promise.all(Array.from({ length: 50 }, open));
  expect(all.map((response) => response.status)).toEqual(all.map(() => 200));
  expect((await open()).status).toBe(429);
  abort.abort();
  await until(async () => {
    const again = new AbortController();
    const { status } = await fetch(`${stage.url}/playground/live?person=ana`, { signal: again.signal });
    again.abort();
    return status === 200;
  });
});
