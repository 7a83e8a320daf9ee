import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import type { Words } from '../../src/chat/card.ts';
import { fallbackText, plainWords } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  cardOf,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const from = slackPerson('U01');
const now = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

async function pairUp(): Promise<string> {
  const me = await enrol(db, from, aProfile('Ana'), someHospital, now);
  const buddy = await enrol(db, slackPerson('U02'), aProfile('Ben'), someHospital, now);
  return (await startPair(db, me, buddy, now)) ?? '';
}

/** What follows /buddy. */
function asTyped(command: Words): string {
  return plainWords(command, (part) => (part.colleague === true ? '@colleague' : part.command));
}

test.each(['invite', 'join', 'status', 'questions', 'pause', 'resources', 'privacy'])(
  'help names /buddy %s',
  async (command) => {
    expect(textOf(await answer(aScene({ db, now, from }), anIntent('help.show')))).toContain(
      `/buddy ${command}`,
    );
  },
);

test('every command that help names does something', async () => {
  const table = cardOf(await answer(aScene({ db, now, from }), anIntent('help.show'))).elements.find(
    (element) => element.type === 'table',
  );
  const commands = table?.type === 'table' ? table.rows.map(([command = '']) => asTyped(command)) : [];
  expect(commands.length).toBeGreaterThan(6);
  for (const text of commands.filter((one) => !one.includes('@'))) {
    expect([text, toIntent({ id: '1', from, type: 'command', text, people: [] }).name]).not.toContain(
      'help.unknown',
    );
  }
});

test('the list of commands fits a phone: no line is wider than 40 characters', async () => {
  const table = cardOf(await answer(aScene({ db, now, from }), anIntent('help.show'))).elements.find(
    (element) => element.type === 'table',
  );
  const rows = table?.type === 'table' ? [table.columns, ...table.rows] : [];
  const widest = (column: number) => Math.max(...rows.map((row) => plainWords(row[column] ?? '').length));
  expect(widest(0) + 2 + widest(1)).toBeLessThanOrEqual(40);
});

test('only somebody who may post the questions is told how', async () => {
  const settings = { ...someHospital, admins: new Set(['slack:U01']) };
  expect(
    textOf(await answer(aScene({ db, now, from, hospital: settings }), anIntent('help.show'))),
  ).toContain('/buddy admin');
  expect(
    textOf(
      await answer(aScene({ db, now, from: slackPerson('U02'), hospital: settings }), anIntent('help.show')),
    ),
  ).not.toContain('/buddy admin');
});

test('from help everything that people commonly do is one tap away', async () => {
  expect(buttonIds(await answer(aScene({ db, now, from }), anIntent('help.show')))).toEqual([
    'pairing.choose',
    'pairing.invite',
    'pairing.code',
    'pairing.join',
    'checkins.status',
    'questions.show',
    'members.pause',
    'settings.edit',
    'resources.show',
    'resources.guide',
    'privacy.show',
  ]);
});

test('who pours their heart out is told honestly that nobody reads it, and nothing of it comes back', async () => {
  const written = 'I made a terrible mistake last night';
  const intent = toIntent({ id: '1', from, type: 'command', text: written, people: [] });
  expect(intent.name).toBe('help.unknown');
  expect(JSON.stringify(intent)).not.toContain('mistake');
  const text = textOf(await answer(aScene({ db, now, from }), anIntent('help.unknown')));
  expect(text).toContain('Nobody reads what is written here');
  expect(text).toContain('Your employer may keep the chat itself');
  expect(text).not.toContain('mistake');
});

test('the crisis lines stand in that answer, all of them, and nothing else does before them', async () => {
  const lines = textOf(await answer(aScene({ db, now, from }), anIntent('help.unknown'))).split('\n');
  const isCrisis = content.resources.map((resource) => resource.kind === 'crisis');
  const shown = content.resources.map(({ name }) => lines.findIndex((line) => line.startsWith(name)));
  expect(shown.map((index) => index >= 0)).toEqual(isCrisis);
  const first = Math.min(...shown.filter((index) => index >= 0));
  expect(lines[first]).toBe('988 Suicide & Crisis Lifeline: Call or text 988 · Chat at 988lifeline.org/chat');
  expect(buttonIds(await answer(aScene({ db, now, from }), anIntent('help.unknown')))).toContain(
    'resources.show',
  );
});

test('who has a buddy can ask them with one tap', async () => {
  await pairUp();
  const effects = await answer(aScene({ db, now, from }), anIntent('help.unknown'));
  expect(buttonIds(effects)).toEqual(['checkins.reach', 'checkins.status', 'resources.show', 'help.show']);
  expect(textOf(effects)).toContain('Your buddy is a better place for it.');
});

test('who has no buddy, or no longer, is not told to ask theirs', async () => {
  const stranger = await answer(aScene({ db, now, from }), anIntent('help.unknown'));
  expect(buttonIds(stranger)).toEqual(['pairing.choose', 'resources.show', 'help.show']);
  expect(fallbackText(cardOf(stranger))).not.toContain('Your buddy');
  await endPair(db, await pairUp(), now);
  expect(buttonIds(await answer(aScene({ db, now, from }), anIntent('help.unknown')))).not.toContain(
    'checkins.reach',
  );
});

test('a mistyped command finds the way back', async () => {
  expect(textOf(await answer(aScene({ db, now, from }), anIntent('help.unknown')))).toContain('/buddy help');
});

test('asking for help, or writing freely, leaves no trace and makes nobody a member', async () => {
  await answer(aScene({ db, now, from }), anIntent('help.show'));
  await answer(aScene({ db, now, from }), anIntent('help.unknown'));
  for (const table of ['members', 'outbox', 'inbox'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty x'])(
  '/buddy %s is answered like any other words',
  (text) => {
    expect(toIntent({ id: '1', from, type: 'command', text, people: [] }).name).toBe('help.unknown');
  },
);
