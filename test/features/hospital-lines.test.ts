import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IntentName } from '../../src/bot/intent-names.ts';
import type { Database } from '../../src/db/schema.ts';
import {
  anIntent,
  answer,
  aScene,
  buttonIds,
  buttonsOf,
  cardOf,
  content,
  errorsOf,
  formOf,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const lead = slackPerson('U0LEAD');
const ana = slackPerson('U0ANA');
const hospital = { ...someHospital, timeZone: 'America/New_York', admins: new Set(['slack:U0LEAD']) };
const now = Date.parse('2026-12-09T12:00:00Z');
const month = 30 * 86_400_000;
const chaplain = { name: 'Chaplain', reach: '(555) 010-0142 ext. 12', hours: 'Weekdays 8 AM to 4 PM' };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

type Given = Readonly<Record<string, string>>;

const does = (name: IntentName, about = '', answers: Given | null = null, from = lead, at = now) =>
  answer(aScene({ db, now: at, from, hospital }), anIntent(name, { about, answers }));
const adds = (answers: Given, from = lead) => does('program.line', '', answers, from);
const shown = async (from = ana) => textOf(await does('resources.show', '', null, from));
const rows = () => db.selectFrom('hospital_lines').selectAll().execute();
const audit = () =>
  db.selectFrom('audit_entries').select(['action', 'about']).orderBy('created_at').orderBy('id').execute();
const idOf = async (name: string) => (await rows()).find((row) => row.name === name)?.id ?? '';

describe('a line of the hospital’s own', () => {
  test('is added from the card of lines, and stands below the crisis lines for everyone', async () => {
    const lines = await does('program.lines');
    expect(buttonIds(lines)).toContain('program.line');
    const form = formOf(await does('program.line'));
    expect(form.id).toBe('program.line');
    expect(form.fields.filter(({ optional }) => optional !== true).map(({ id }) => id)).toEqual([
      'name',
      'reach',
    ]);
    const added = textOf(await adds(chaplain));
    expect(added).toContain('Added: Chaplain.');
    expect(added).toContain('Call 555-010-0142, extension 12');
    const seen = await shown();
    expect(seen).toContain('Weekdays 8 AM to 4 PM. Last verified December 9, 2026.');
    const lastCrisis = content.resources.findLast(({ kind }) => kind === 'crisis');
    expect(seen.indexOf('Chaplain')).toBeGreaterThan(seen.indexOf(lastCrisis?.words.en.name ?? '?'));
    expect(textOf(await does('support.show', '', null, ana))).toContain(
      'Chaplain: Call 555-010-0142, extension 12 (Weekdays 8 AM to 4 PM)',
    );
    expect(await audit()).toEqual([{ action: 'added-line', about: 'Chaplain' }]);
  });

  test('counts as looked up on the day it was written, and is due after six months', async () => {
    await adds(chaplain);
    const id = await idOf('Chaplain');
    const due = async (at: number) =>
      buttonsOf(cardOf(await does('program.desk', '', null, lead, at))).find(
        ({ id: button }) => button === 'program.lines',
      )?.label;
    expect(await due(now)).toBe(`Phone lines to look up: ${content.resources.length}`);
    for (const line of content.resources) await does('program.lines', line.id, null, lead, now + 3 * month);
    expect(await due(now + 5 * month)).toBe('Phone lines: all looked up');
    expect(await due(now + 6.5 * month)).toBe('Phone lines to look up: 1');
    await does('program.lines', id, null, lead, now + 6.5 * month);
    expect(await due(now + 6.6 * month)).toBe(`Phone lines: all looked up`);
  });

  test('is changed: the form has what it says, and who changes it has looked it up', async () => {
    await adds(chaplain);
    const id = await idOf('Chaplain');
    const form = formOf(await does('program.line', id));
    expect(form.id).toBe(`program.line:${id}`);
    expect(form.fields.map((field) => ('initial' in field ? field.initial : null)).slice(0, 3)).toEqual([
      'Chaplain',
      '555-010-0142 x12',
      'Weekdays 8 AM to 4 PM',
    ]);
    const later = now + 7 * month;
    const changed = await does('program.line', id, { ...chaplain, reach: '5555' }, lead, later);
    expect(textOf(changed)).toContain('Changed: Chaplain.');
    expect(await shown()).toContain('Call 5555');
    expect(await shown()).not.toContain('0142');
    expect((await audit()).map(({ action }) => action)).toEqual(['added-line', 'edited-line']);
    expect(textOf(await does('program.lines', '', null, lead, later))).toContain(
      'Looked up on July 7, 2027.',
    );
  });

  test('is removed at the press, with what was known of it', async () => {
    await adds(chaplain);
    const id = await idOf('Chaplain');
    await does('program.lines', id, null, lead, now + month);
    const removed = await does('program.line-remove', id);
    expect(removed[0]?.type).toBe('replace');
    expect(textOf(removed)).toContain('Removed: Chaplain.');
    expect(await shown()).not.toContain('Chaplain');
    expect(await db.selectFrom('verified_lines').selectAll().execute()).toEqual([]);
    expect((await audit()).at(-1)).toEqual({ action: 'removed-line', about: 'Chaplain' });
    expect(textOf(await does('program.line-remove', id))).toContain("isn't there anymore");
    expect(textOf(await does('program.line', id, chaplain))).toContain("isn't there anymore");
    expect(await audit()).toHaveLength(2);
  });

  test('is read in Spanish where that was written, and in English where it wasn’t', async () => {
    await adds({ ...chaplain, nameEs: 'Capellanía', who: 'Everyone' });
    await db
      .insertInto('chosen_languages')
      .values({ platform: 'slack', workspace: 'T01', person_id: 'U0ANA', language: 'es', created_at: now })
      .execute();
    const seen = await shown();
    expect(seen).toContain('Capellanía');
    expect(seen).toContain('Llama al 555-010-0142, extensión 12');
    expect(seen).toContain('Weekdays 8 AM to 4 PM. Everyone.');
  });

  test('is named on the list of what was done by its own name, even where that is a word of the program', async () => {
    await adds({ name: 'director', reach: '5555' });
    await adds({ name: 'language', reach: '5556' });
    const list = textOf(await does('program.audit'));
    expect(list).toContain('added a phone line: director.');
    expect(list).toContain('added a phone line: language.');
  });

  test('with nothing but a name and a number says nothing empty', async () => {
    await adds({ name: 'EAP', reach: '+1 (555) 010 0199' });
    expect(await shown()).toContain('Call +1-555-010-0199\nLast verified');
  });
});

describe('how it is reached', () => {
  test.each([
    ['988', '988'],
    ['555.010.0142', '555-010-0142'],
    ['(+1) 555 010 0142', '+1-555-010-0142'],
    ['tel:+15550100142', '+15550100142'],
    ['５５５\u2011０１４２', '555-0142'],
    ['\u202E555 0142\u200B', '555-0142'],
    ['x5555', 'x5555'],
    ['Extension 5555', 'x5555'],
    ['555-010-0142, ext 9', '555-010-0142 x9'],
    ['https://intranet/chaplain', 'https://intranet/chaplain'],
    ['HTTPS://Example.org', 'https://example.org'],
    ['https://example.org/a?b=<c>', 'https://example.org/a?b=%3Cc%3E'],
  ])('%j is kept as %j, and goes in unchanged', async (typed, kept) => {
    await adds({ name: 'One', reach: typed });
    await adds({ name: 'Two', reach: kept });
    expect((await rows()).map(({ reach }) => reach)).toEqual([kept, kept]);
  });

  test.each([
    ['', 'Type a phone number, or a link.'],
    [' \u200B ', 'Type a phone number, or a link.'],
    ['call the operator', 'in digits'],
    ['1-800-CHAPLAIN', 'in digits'],
    ['()-', 'in digits'],
    ['12', '3 to 15 digits'],
    ['1234567890123456', '3 to 15 digits'],
    ['x5', '3 to 15 digits'],
    ['555-0100 x1234567', '3 to 15 digits'],
    ['http://example.org', 'begins with https://'],
    ['javascript:alert(1)', 'begins with https://'],
    ['www.example.org', 'begins with https://'],
    ['chaplain@example.org', 'begins with https://'],
    ['https://', "doesn't work"],
    ['https://a b', "doesn't work"],
    ['https://me:secret@example.org', "doesn't work"],
    [`https://example.org/${'a'.repeat(300)}`, "doesn't work"],
  ])('%j is refused in one sentence, and nothing is written', async (reach, said) => {
    expect(errorsOf(await adds({ name: 'Chaplain', reach }))).toEqual({
      reach: expect.stringContaining(said),
    });
    expect(await rows()).toEqual([]);
    expect(await audit()).toEqual([]);
  });
});

describe('what it says', () => {
  test('has a name that can be seen, and fits', async () => {
    for (const name of ['', ' ', '\u200B', '***'])
      expect(errorsOf(await adds({ ...chaplain, name }))).toHaveProperty('name');
    const long = 'a'.repeat(81);
    const errors = errorsOf(await adds({ name: long, reach: 'x', hours: long, who: long, whoEs: long }));
    expect(Object.keys(errors).sort()).toEqual(['hours', 'name', 'reach', 'who', 'whoEs']);
    expect(await rows()).toEqual([]);
  });

  test('is plain text, on one line', async () => {
    await adds({
      name: '*<@U0ANA>*\n\u202E[x](https://evil.example)',
      reach: '5555',
      who: '_all_ & <b>some</b>',
    });
    const seen = await shown();
    expect(seen).toContain('*<@U0ANA>* [x](https://evil.example)');
    expect(seen).toContain('_all_ & <b>some</b>.');
  });

  test('stands once: neither the same again, nor a line of the file', async () => {
    await adds(chaplain);
    const again = await adds({ name: ' chaplain ', reach: '555 010 0142 extension 12' });
    expect(errorsOf(again)).toEqual({ name: expect.stringContaining('there already') });
    const listed = { name: 'Physician Support Line (US)', reach: '1-888-409-0141' };
    expect(errorsOf(await adds(listed))).toHaveProperty('name');
    await adds({ ...chaplain, reach: '5556' });
    expect(await rows()).toHaveLength(2);
    const id = await idOf('Chaplain');
    expect(textOf(await does('program.line', id, { ...chaplain, reach: '7777' }))).toContain('Changed');
  });

  test('is one of twenty at most, and all of them can be reached', async () => {
    for (let nth = 0; nth < 20; nth++) await adds({ name: `Line ${nth}`, reach: `${5500 + nth}` });
    for (const full of [await does('program.line'), await adds(chaplain)])
      expect(textOf(full)).toContain('20 lines of your own');
    expect(await rows()).toHaveLength(20);
    const seen = new Set<string>();
    let button: string | undefined = '';
    for (let page = 0; page < 5 && button !== undefined; page++) {
      const ids: readonly string[] = buttonIds(await does('program.lines', button));
      for (const id of ids) seen.add(id);
      button = ids.find((id) => id.startsWith('program.lines:page/'))?.slice('program.lines:'.length);
    }
    for (const { id } of await rows()) expect([...seen]).toContain(`program.line-remove:${id}`);
    for (const about of ['page/0', 'page/99', 'page/x', 'page/'])
      expect(buttonIds(await does('program.lines', about))).toContain('program.lines:page/2');
    expect(formOf(await does('program.line', await idOf('Line 3'))).title).toBe('Change a line');
  });
});

describe('nobody else', () => {
  test('adds, changes or removes one, whatever they send in', async () => {
    await adds(chaplain);
    const before = await rows();
    const id = await idOf('Chaplain');
    for (const effects of [
      await does('program.line', '', null, ana),
      await adds({ name: 'Mine', reach: '5555' }, ana),
      await does('program.line', id, { name: 'Mine', reach: '5555' }, ana),
      await does('program.line-remove', id, null, ana),
    ])
      expect(textOf(effects)).toContain('Only a few people here');
    expect(await rows()).toEqual(before);
    expect(await audit()).toHaveLength(1);
  });

  test.each(content.resources.map(({ id }) => id))('removes %s, not even an administrator', async (id) => {
    const before = await shown();
    const said = textOf(await does('program.line-remove', id));
    expect(said).toContain("can't be removed here");
    expect(textOf(await does('program.line', id, chaplain))).toContain("isn't there anymore");
    expect(await shown()).toBe(before);
    expect(await audit()).toEqual([]);
    expect(buttonIds(await does('program.lines'))).not.toContain(`program.line-remove:${id}`);
  });
});
