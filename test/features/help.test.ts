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
  buttonsOf,
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
  return plainWords(command, (part) => (part.colleague !== undefined ? '@colleague' : part.command));
}

test.each(['invite', 'join', 'status', 'questions', 'pause', 'resources', 'privacy'])(
  'help names /buddy %s',
  async (command) => {
    expect(textOf(await answer(aScene({ db, now, from }), anIntent('help.show')))).toContain(
      `/buddy ${command}`,
    );
  },
);

const everything = anIntent('help.show', { about: 'more' });

test('every command that help names does something', async () => {
  const table = cardOf(await answer(aScene({ db, now, from }), everything)).elements.find(
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
  const table = cardOf(await answer(aScene({ db, now, from }), everything)).elements.find(
    (element) => element.type === 'table',
  );
  const rows = table?.type === 'table' ? [table.columns, ...table.rows] : [];
  const widest = (column: number) => Math.max(...rows.map((row) => plainWords(row[column] ?? '').length));
  expect(widest(0) + 2 + widest(1)).toBeLessThanOrEqual(40);
});

test('only someone who may post the questions is told how', async () => {
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

test('help offers what fits: finding a buddy first, and with one what one does with a buddy', async () => {
  const shown = async () => buttonIds(await answer(aScene({ db, now, from }), anIntent('help.show')));
  const inOtherWords = 'settings.language:es';
  const stranger = [
    'pairing.choose',
    'pairing.join',
    'resources.guide',
    'resources.show',
    'help.show:more',
    inOtherWords,
  ];
  expect(await shown()).toEqual(stranger);
  await pairUp();
  const buddies = ['checkins.status', 'checkins.reach', 'members.pause', 'resources.show', 'help.show:more'];
  expect(await shown()).toEqual(buddies);
  await answer(aScene({ db, now, from }), anIntent('members.pause'));
  expect(await shown()).toContain('members.resume');
});

test('one tap further everything that people commonly do is a button', async () => {
  expect(buttonIds(await answer(aScene({ db, now, from }), everything))).toEqual([
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
  expect(text).toContain("I'm a program. I can't read or answer this, and I don't keep it.");
  expect(text).toContain('Your workplace may keep the chat.');
  expect(text).not.toContain('mistake');
});

test('who is in danger comes first: all crisis lines, before company and before commands', async () => {
  const lines = textOf(await answer(aScene({ db, now, from }), anIntent('help.unknown'))).split('\n');
  const isCrisis = content.resources.map((resource) => resource.kind === 'crisis');
  const shown = content.resources.map(({ words }) =>
    lines.findIndex((line) => line.startsWith(words.en.name)),
  );
  expect(shown.map((index) => index >= 0)).toEqual(isCrisis);
  const first = Math.min(...shown.filter((index) => index >= 0));
  expect(lines[first]).toBe(
    '988 Suicide & Crisis Lifeline: Call or text 988 · In Spanish: call 988 and press 2, or text AYUDA to 988 · In American Sign Language: call 988 from a videophone · Chat at 988lifeline.org/chat',
  );
  expect(lines[first - 1]).toBe("If you're not safe, or it can't wait, talk to a person now:");
  expect(lines.findIndex((line) => line.includes('Meant a command'))).toBeGreaterThan(Math.max(...shown));
});

test('who has a buddy can ask them with one tap', async () => {
  const pair = await pairUp();
  const effects = await answer(aScene({ db, now, from }), anIntent('help.unknown'));
  expect(buttonIds(effects)).toEqual([`checkins.reach:${pair}`, 'resources.show']);
  expect(buttonsOf(cardOf(effects))[0]?.label).toBe('Ask Ben to check in');
  const text = textOf(effects);
  expect(text.indexOf('988')).toBeLessThan(text.indexOf("If you'd like company:"));
});

test('who has no buddy, or no longer, is not told to ask theirs', async () => {
  const stranger = await answer(aScene({ db, now, from }), anIntent('help.unknown'));
  expect(buttonIds(stranger)).toEqual(['resources.show']);
  expect(fallbackText(cardOf(stranger))).not.toContain('company');
  await endPair(db, await pairUp(), now);
  expect(buttonIds(await answer(aScene({ db, now, from }), anIntent('help.unknown')))).toEqual([
    'resources.show',
  ]);
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

test('"help" is the word that people in trouble type: the line to call stands there too', async () => {
  for (const intent of [anIntent('help.show'), everything]) {
    expect(textOf(await answer(aScene({ db, now, from }), intent))).toContain(
      "If you're not safe, or it can't wait: call or text 988.",
    );
  }
});

test('a slip is asked about with the button that was meant, without a word of danger', async () => {
  const effects = await answer(aScene({ db, now, from }), anIntent('help.meant', { about: 'members.pause' }));
  expect(buttonIds(effects)).toEqual(['members.pause', 'help.show']);
  expect(textOf(effects)).not.toContain('988');
  for (const about of ['', 'nonsense', 'members.profile']) {
    expect(textOf(await answer(aScene({ db, now, from }), anIntent('help.meant', { about })))).toContain(
      '988',
    );
  }
});

test('a slip of "checkin" leads to the status card, which alone says who with', async () => {
  const meant = anIntent('help.meant', { about: 'checkins.acknowledge' });
  expect(buttonIds(await answer(aScene({ db, now, from }), meant))).toEqual(['checkins.status', 'help.show']);
});

test('a button of another version is called that, and what works now is shown', async () => {
  const press = { id: '1', from, type: 'press', button: 'pairing.of-old:17', message: null } as const;
  const effects = await answer(aScene({ db, now, from }), toIntent(press));
  expect(textOf(effects)).toContain('That button is from another version of Buddy');
  expect(buttonIds(effects)).toContain('pairing.choose');
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '/buddy %s is answered like any other words',
  (text) => {
    expect(toIntent({ id: '1', from, type: 'command', text, people: [] }).name).toBe('help.unknown');
  },
);
