import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Element } from '../../src/chat/card.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { Resource } from '../../src/content/resources.ts';
import type { Database } from '../../src/db/schema.ts';
import {
  anIntent,
  answer,
  aScene,
  buttonIds,
  cardOf,
  content,
  slackPerson,
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

const ourProgram: Resource = {
  id: 'our-peer-support',
  kind: 'local',
  open: null,
  last_verified: '2026-02-03',
  verified_by: 'Wellness office',
  words: {
    en: {
      name: 'Peer support at our hospital',
      reach: ['Call extension 5555', 'Page the operator'],
      hours: 'Every day, 7 am to 11 pm',
      who: 'Everyone who works here',
      about: 'A colleague calls you back.',
    },
  },
};

test('the first line to read is that Buddy is not monitored, the next are crisis lines, 988 on top', async () => {
  const { elements } = cardOf(await answer(aScene({ db, now, from }), anIntent('resources.show')));
  expect(wordsOf(elements[0])).toContain('not monitored');
  const names = elements
    .filter((element) => element.type === 'text' && element.tone === 'strong')
    .map(wordsOf);
  const crisis = content.resources
    .filter((resource) => resource.kind === 'crisis')
    .map(({ words }) => words.en.name);
  expect(names[0]).toContain('988');
  expect(names.slice(0, crisis.length)).toEqual(crisis);
  expect(names).toHaveLength(content.resources.length);
});

test('crisis lines come first even where an administrator has put something else on top', async () => {
  const turned = { ...content, resources: [ourProgram, ...content.resources] };
  const names = cardOf(await answer(aScene({ db, now, from, content: turned }), anIntent('resources.show')))
    .elements.filter((element) => element.type === 'text' && element.tone === 'strong')
    .map(wordsOf);
  expect(names[0]).toContain('988');
  expect(names.at(-1)).not.toBe(names[0]);
  expect(names).toContain('Peer support at our hospital');
});

test('a nurse reads at once that the physicians’ line is not for them, and when it is closed', async () => {
  const text = textOf(await answer(aScene({ db, now, from }), anIntent('resources.show')));
  expect(text).toContain('1-888-409-0141');
  expect(text).toMatch(/Physicians .* only\. Nurses, .*this line can't take your call/);
  expect(text).toContain('not open all night');
});

test('every entry says how to reach it, when, who for, what it is, and when someone last checked it', async () => {
  const text = textOf(
    await answer(
      aScene({ db, now, from, content: { ...content, resources: [ourProgram] } }),
      anIntent('resources.show'),
    ),
  );
  expect(text).toContain('Call extension 5555 · Page the operator');
  expect(text).toContain(
    'Every day, 7 am to 11 pm. Everyone who works here. A colleague calls you back. Last verified February 3, 2026.',
  );
});

test('no web address is shown that is not among the ways to reach someone', async () => {
  const shown = JSON.stringify(await answer(aScene({ db, now, from }), anIntent('resources.show')));
  expect(shown).not.toContain('https://');
});

test('the guide begins with the 90-second check-in and leads to every other guide', async () => {
  const effects = await answer(aScene({ db, now, from }), anIntent('resources.guide'));
  expect(cardOf(effects).heading).toBe('How a 90-second check-in goes');
  expect(textOf(effects)).toContain("Nobody's counting");
  expect(buttonIds(effects)).toEqual([
    'resources.guide:first-check-in',
    'resources.guide:listening',
    'resources.guide:nights',
    'resources.guide:three-of-you',
    'resources.guide:after-silence',
    'resources.guide:choosing',
    'resources.guide:worried',
    'resources.guide:time-off',
    'resources.guide:longer',
  ]);
});

test('a guide that no longer exists leads to the first one', async () => {
  const effects = await answer(aScene({ db, now, from }), anIntent('resources.guide', { about: 'gone' }));
  expect(cardOf(effects).heading).toBe('How a 90-second check-in goes');
});

test('who is worried about a buddy gets the crisis lines together with the advice', async () => {
  const worried = textOf(
    await answer(aScene({ db, now, from }), anIntent('resources.guide', { about: 'worried' })),
  );
  expect(worried).toContain("Don't leave them alone");
  for (const { words } of content.resources.filter((resource) => resource.kind === 'crisis')) {
    const { name, reach } = words.en;
    expect(worried).toContain(name);
    for (const way of reach) expect(worried).toContain(way);
  }
  expect(worried).not.toContain('Physician Support Line');
  const listening = textOf(
    await answer(aScene({ db, now, from }), anIntent('resources.guide', { about: 'listening' })),
  );
  expect(listening).not.toContain('988');
});

function wordsOf(element: Element | undefined): string {
  return element?.type === 'text' ? plainWords(element.words) : '';
}
