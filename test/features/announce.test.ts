import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Hospital } from '../../src/config/hospital.ts';
import type { Database } from '../../src/db/schema.ts';
import { keys } from '../../src/db/tables.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  cardOf,
  content,
  formOf,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const wil = slackPerson('UWIL');
const ana = slackPerson('UANA');
const now = Date.parse('2026-12-02T15:00:00Z');
const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:0f0f0f0f-1111-4222-8333-444444444444';
const blank = '____________________';
const posting = { channel: 'C0GENERAL', hospital: 'Lakeside Hospital', language: 'en' };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function scene(from: PersonRef, over: Partial<Hospital> = {}, more: Partial<Scene> = {}): Scene {
  const hospital = { ...someHospital, admins: new Set(['slack:UWIL']), ...over };
  return aScene({ db, now, from, hospital, newcomer: aProfile('Wil Park'), ...more });
}
const press = (about = '', over: Partial<Hospital> = {}) =>
  answer(scene(wil, over), anIntent('program.announce', { about }));
const fillIn = (answers: Answers, over: Partial<Hospital> = {}) =>
  answer(scene(wil, over), anIntent('program.announce', { answers }));

async function rows(): Promise<number> {
  const counts = await Promise.all(
    Object.keys(keys).map((table) =>
      db
        .selectFrom(table as keyof typeof keys)
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow(),
    ),
  );
  return counts.reduce((sum, { count }) => sum + Number(count), 0);
}

describe('an administrator', () => {
  test('reaches the announcement from the desk, with what to type, how to post it, and how to get the rest printed', async () => {
    expect(buttonIds(await answer(scene(wil), anIntent('program.desk')))).toContain('program.announce');
    const said = await press();
    expect(said[0]?.type).toBe('reply');
    for (const { words } of content.launch.filter(({ id }) => id === 'announcement'))
      for (const paragraph of words.en.sections.flatMap(({ paragraphs }) => paragraphs))
        expect(textOf(said)).toContain(
          paragraph.replace('{hospital}', blank).replace('{open}', 'In Slack, type /buddy'),
        );
    expect(textOf(said)).not.toMatch(/\{|Teams|https:/);
    expect(textOf(said)).toContain('or copy the text between the lines');
    expect(JSON.stringify(cardOf(said))).toContain('npm run buddy -- launch kit --out');
    expect(textOf(said)).not.toContain('Wil');
  });

  test('has the other language with one tap, in place, and the way back', async () => {
    expect(buttonIds(await press())).toEqual([
      'program.announce-post',
      'program.announce:name',
      'program.announce:es',
    ]);
    const spanish = await press('es');
    expect(spanish[0]?.type).toBe('replace');
    expect(textOf(spanish)).toContain('Alguien que te pregunta cómo estás');
    expect(textOf(spanish)).toContain('En Slack, escribe /buddy');
    expect(buttonIds(spanish)).toEqual([
      'program.announce-post',
      'program.announce:name',
      'program.announce:en',
    ]);
    const own = { newcomer: aProfile('Wil Park', { language: 'es' }) };
    const first = textOf(await answer(scene(wil, {}, own), anIntent('program.announce')));
    expect(first).toContain('Alguien que te pregunta cómo estás');
    expect(first).toContain('o copia el texto entre las líneas');
  });

  test.each([
    [['slack', 'teams'], link, ['In Slack, type /buddy', 'In Microsoft Teams', link]],
    [['teams'], link, ['In Microsoft Teams', link]],
    [['teams'], null, ['In Microsoft Teams']],
    [['playground'], null, ['In Slack, type /buddy', 'In Microsoft Teams']],
  ] as const)(
    'says how Buddy is opened on %s, and has the link where a setting says it: %s',
    async (platforms, known, ways) => {
      const said = textOf(await press('', { platforms, link: known }));
      for (const way of ways) expect(said).toContain(way);
      expect(said.includes('https:')).toBe(known !== null);
      expect(said.includes('/buddy')).toBe(ways.some((way) => way.includes('/buddy')));
    },
  );

  test.each([
    ['St. Mary’s & Sons', 'Buddy at St. Mary’s & Sons.'],
    ['  Lakeside\nHospital ', 'Buddy at Lakeside Hospital.'],
    ['$& <!channel> {open}', 'Buddy at $& !channel open.'],
    ['x'.repeat(500), `Buddy at ${'x'.repeat(79)}….`],
    ['*', `Buddy at ${blank}.`],
  ])('puts in the hospital’s name, which is kept nowhere: %p', async (hospital, sentence) => {
    const before = await rows();
    await press();
    expect(formOf(await press('name')).fields.map(({ id }) => id)).toEqual(['hospital', 'language']);
    expect(textOf(await fillIn({ hospital, language: 'en' }))).toContain(sentence);
    expect(textOf(await fillIn({ hospital, language: 'es' }))).toContain('Desde hoy hay Buddy en ');
    expect(await rows()).toBe(before);
  });

  test.each([['fr'], ['name/x'], ['__proto__']])(
    'gets it whatever a made-up button says: %s',
    async (about) => {
      expect(textOf(await press(about))).toContain('A colleague who asks how you are');
      expect(textOf(await fillIn({ language: wil, hospital: wil }))).toContain(blank);
    },
  );

  test('reads one in English alone where the hospital has no other, and hears who can add one where there is none', async () => {
    const launch = content.launch.map(({ id, words }) => ({ id, words: { en: words.en } }));
    const say = (more: Partial<Scene>) => answer(scene(wil, {}, more), anIntent('program.announce'));
    expect(buttonIds(await say({ content: { ...content, launch } }))).toEqual([
      'program.announce-post',
      'program.announce:name',
    ]);
    expect(textOf(await say({ content: { ...content, launch: [] } }))).toContain('IT can put one into');
  });
});

describe('in Teams, where no channel can be picked,', () => {
  const inTeams = { platform: 'teams', workspace: 'tenant', id: 'wil' } as const;
  const say = (
    intent: Parameters<typeof anIntent>[1],
    name: 'program.announce' | 'program.announce-post',
  ) => {
    const hospital = { ...someHospital, admins: new Set(['teams:wil']) };
    const there = aScene({ db, now, from: inTeams, hospital, newcomer: aProfile('Wil Park') });
    return answer(there, anIntent(name, intent));
  };

  test('the announcement is copied, and a made-up press posts nothing', async () => {
    expect(textOf(await say({}, 'program.announce'))).toContain('post it yourself in a channel');
    expect(buttonIds(await say({}, 'program.announce'))).toEqual([
      'program.announce:name',
      'program.announce:es',
    ]);
    const before = await rows();
    for (const intent of [{}, { answers: { ...posting, sure: 'yes' } }])
      expect(textOf(await say(intent, 'program.announce-post'))).toContain(
        'copy the text and post it yourself',
      );
    expect(await rows()).toBe(before);
  });
});

test.each([['no role'], ['editor'], ['director']])(
  'someone with %s gets none of it, by a button or by a form',
  async (role) => {
    const appoint = anIntent('program.roles', { person: ana, answers: { person: ana, role } });
    if (role !== 'no role') await answer(scene(wil, {}, { colleague: aProfile('Ana Silva') }), appoint);
    expect(buttonIds(await answer(scene(ana), anIntent('program.desk')))).not.toContain('program.announce');
    for (const intent of [
      anIntent('program.announce'),
      anIntent('program.announce', { about: 'name' }),
      anIntent('program.announce', { answers: { hospital: 'Ours', language: 'en' } }),
      anIntent('program.announce-post'),
      anIntent('program.announce-post', { answers: { ...posting, sure: 'yes' } }),
    ]) {
      const said = textOf(await answer(scene(ana), intent));
      expect(said).toContain('Only a few people here');
      expect(said).not.toContain('Buddy at');
    }
  },
);
