import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Effect } from '../../src/chat/effect.ts';
import type { Resource } from '../../src/content/resources.ts';
import type { Database } from '../../src/db/schema.ts';
import {
  anIntent,
  answer,
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

const lead = slackPerson('U0LEAD');
const hospital = { ...someHospital, timeZone: 'America/New_York', admins: new Set(['slack:U0LEAD']) };
const now = Date.parse('2026-12-09T12:00:00Z');
const month = 30 * 86_400_000;
const [first] = content.resources;
const all = content.resources.length;

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const scene = (at = now, from = lead, resources: readonly Resource[] = content.resources) =>
  aScene({ db, now: at, from, hospital, content: { ...content, resources } });
const verify = (id: string, at = now) => answer(scene(at), anIntent('program.lines', { about: id }));
const verifyButtons = (effects: readonly Effect[]) =>
  buttonIds(effects).filter((id) => id.startsWith('program.lines:') && !id.includes('page/'));
const dueButton = async (at = now) =>
  buttonsOf(cardOf(await answer(scene(at), anIntent('program.desk')))).find(
    ({ id }) => id === 'program.lines',
  )?.label;

describe('an administrator', () => {
  test('sees how many lines nobody here has looked up, and each of them one tap further', async () => {
    expect(await dueButton()).toBe(`Phone lines to look up: ${all}`);
    const lines = await answer(scene(), anIntent('program.lines'));
    expect(textOf(lines)).toContain('Nobody here has looked it up yet.');
    expect(verifyButtons(lines)).toEqual(content.resources.map(({ id }) => `program.lines:${id}`));
    expect(await db.selectFrom('verified_lines').selectAll().execute()).toEqual([]);
  });

  test('verifies one with one tap: everyone sees the day, and it is due no more', async () => {
    const [effect] = await verify(first?.id ?? '');
    expect(effect?.type).toBe('replace');
    expect(await dueButton()).toBe(`Phone lines to look up: ${all - 1}`);
    const seen = textOf(await answer(scene(now, slackPerson('U0ANA')), anIntent('resources.show')));
    expect(seen).toContain('Last verified December 9, 2026.');
    expect(seen.split('Not yet verified by your hospital').length - 1).toBe(all - 1);
  });

  test('finds the others where they were after each tap, so that the next tap hits what it aims at', async () => {
    const inOrder = content.resources.map(({ id }) => `program.lines:${id}`);
    for (const { id } of content.resources) expect(verifyButtons(await verify(id))).toEqual(inOrder);
  });

  test('is asked again after six months', async () => {
    for (const { id } of content.resources) await verify(id);
    expect(await dueButton()).toBe('Phone lines: all looked up');
    await verify(content.resources.at(-1)?.id ?? '', now + month);
    expect(await dueButton(now + 6.5 * month)).toBe(`Phone lines to look up: ${all - 1}`);
    const later = await answer(scene(now + 6.5 * month), anIntent('program.lines'));
    expect(textOf(later)).toContain("Last looked up on December 9, 2026. That's more than six months ago.");
  });

  test('has a day by the hospital’s clock', async () => {
    await verify(first?.id ?? '', Date.parse('2026-12-10T02:00:00Z'));
    expect(textOf(await answer(scene(), anIntent('resources.show')))).toContain(
      'Last verified December 9, 2026.',
    );
  });

  test('with many lines has ten at once, and the rest after them', async () => {
    const many = Array.from({ length: 14 }, (_, nth) => ({ ...(first as Resource), id: `line-${nth}` }));
    const lines = await answer(scene(now, lead, many), anIntent('program.lines'));
    expect(verifyButtons(lines)).toHaveLength(10);
    expect(textOf(lines)).toContain('And 4 more, after these.');
    const rest = await answer(scene(now, lead, many), anIntent('program.lines', { about: 'page/2' }));
    expect(verifyButtons(rest)).toEqual([10, 11, 12, 13].map((nth) => `program.lines:line-${nth}`));
    expect(await db.selectFrom('verified_lines').selectAll().execute()).toEqual([]);
    const about = 'line-0';
    const verified = await answer(scene(now, lead, many), anIntent('program.lines', { about }));
    expect(verifyButtons(verified)[0]).toBe('program.lines:line-1');
  });
});

test('a line whose number has changed since it was looked up is to be looked up again', async () => {
  await verify(first?.id ?? '');
  const changed = content.resources.map((line) =>
    line === first ? { ...line, words: { en: { ...line.words.en, reach: ['Call 555-0100'] } } } : line,
  );
  const lines = await answer(scene(now, lead, changed), anIntent('program.lines'));
  expect(textOf(lines)).not.toContain('Looked up on');
  expect(textOf(await answer(scene(now, lead, changed), anIntent('resources.show')))).not.toContain(
    'Last verified December 9',
  );
});

test('a newer day in the file counts', async () => {
  await verify(first?.id ?? '');
  const newer = content.resources.map((line) =>
    line === first ? { ...line, last_verified: '2026-12-24', verified_by: 'Wellness office' } : line,
  );
  expect(textOf(await answer(scene(now, lead, newer), anIntent('resources.show')))).toContain(
    'December 24, 2026',
  );
});

test('nobody else verifies anything', async () => {
  const effects = await answer(
    scene(now, slackPerson('U0ANA')),
    anIntent('program.lines', { about: first?.id ?? '' }),
  );
  expect(textOf(effects)).toContain('Only a few people here');
  expect(await db.selectFrom('verified_lines').selectAll().execute()).toEqual([]);
});
