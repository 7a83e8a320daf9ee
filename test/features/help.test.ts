import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import type { Words } from '../../src/chat/card.ts';
import { fallbackText, plainWords } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { answerUnknown, showHelp } from '../../src/features/help/handlers.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  aProfile,
  aTurn,
  buttonIds,
  cardOf,
  content,
  slackPerson,
  someSettings,
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
  const me = await enrol(db, from, aProfile('Ana'), someSettings, now);
  const buddy = await enrol(db, slackPerson('U02'), aProfile('Ben'), someSettings, now);
  return (await startPair(db, me, buddy, now)) ?? '';
}

/** What follows /buddy. */
function asTyped(command: Words): string {
  return plainWords(command, (part) => (part.colleague === true ? '@colleague' : part.command));
}

test.each(['invite', 'join', 'status', 'questions', 'pause', 'resources', 'privacy'])(
  'help names /buddy %s',
  async (command) => {
    expect(textOf(await showHelp(aTurn({ db, now, from })))).toContain(`/buddy ${command}`);
  },
);

test('every command that help names does something', async () => {
  const table = cardOf(await showHelp(aTurn({ db, now, from }))).elements.find(
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
  const table = cardOf(await showHelp(aTurn({ db, now, from }))).elements.find(
    (element) => element.type === 'table',
  );
  const rows = table?.type === 'table' ? [table.columns, ...table.rows] : [];
  const widest = (column: number) => Math.max(...rows.map((row) => plainWords(row[column] ?? '').length));
  expect(widest(0) + 2 + widest(1)).toBeLessThanOrEqual(40);
});

test('only somebody who may post the questions is told how', async () => {
  const settings = { ...someSettings, admins: new Set(['slack:U01']) };
  expect(textOf(await showHelp(aTurn({ db, now, from, settings })))).toContain('/buddy admin');
  expect(textOf(await showHelp(aTurn({ db, now, from: slackPerson('U02'), settings })))).not.toContain(
    '/buddy admin',
  );
});

test('from help everything that people commonly do is one tap away', async () => {
  expect(buttonIds(await showHelp(aTurn({ db, now, from })))).toEqual([
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
  const text = textOf(await answerUnknown(aTurn({ db, now, from })));
  expect(text).toContain('Nobody reads what is written here');
  expect(text).toContain('Your employer may keep the chat itself');
  expect(text).not.toContain('mistake');
});

test('the crisis lines stand in that answer, all of them, and nothing else does before them', async () => {
  const lines = textOf(await answerUnknown(aTurn({ db, now, from }))).split('\n');
  const isCrisis = content.resources.map((resource) => resource.kind === 'crisis');
  const shown = content.resources.map(({ name }) => lines.findIndex((line) => line.startsWith(name)));
  expect(shown.map((index) => index >= 0)).toEqual(isCrisis);
  const first = Math.min(...shown.filter((index) => index >= 0));
  expect(lines[first]).toBe('988 Suicide & Crisis Lifeline: Call or text 988 · Chat at 988lifeline.org/chat');
  expect(buttonIds(await answerUnknown(aTurn({ db, now, from })))).toContain('resources.show');
});

test('who has a buddy can ask them with one tap', async () => {
  await pairUp();
  const effects = await answerUnknown(aTurn({ db, now, from }));
  expect(buttonIds(effects)).toEqual(['checkins.reach', 'checkins.status', 'resources.show', 'help.show']);
  expect(textOf(effects)).toContain('Your buddy is a better place for it.');
});

test('who has no buddy, or no longer, is not told to ask theirs', async () => {
  const stranger = await answerUnknown(aTurn({ db, now, from }));
  expect(buttonIds(stranger)).toEqual(['pairing.choose', 'resources.show', 'help.show']);
  expect(fallbackText(cardOf(stranger))).not.toContain('Your buddy');
  await endPair(db, await pairUp(), now);
  expect(buttonIds(await answerUnknown(aTurn({ db, now, from })))).not.toContain('checkins.reach');
});

test('a mistyped command finds the way back', async () => {
  expect(textOf(await answerUnknown(aTurn({ db, now, from })))).toContain('/buddy help');
});

test('asking for help, or writing freely, leaves no trace and makes nobody a member', async () => {
  await showHelp(aTurn({ db, now, from }));
  await answerUnknown(aTurn({ db, now, from }));
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
