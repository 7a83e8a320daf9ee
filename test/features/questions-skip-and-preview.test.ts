import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { Effect } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import { nudgeCard } from '../../src/features/nudges/cards.ts';
import { laters } from '../../src/features/nudges/rules.ts';
import {
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
} from '../../src/features/questions/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonsOf,
  content,
  errorsOf,
  formOf,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const { bank } = content;
const lead = slackPerson('ULEAD');
const nurse = slackPerson('UNURSE');
const settings = { ...someHospital, admins: new Set(['slack:ULEAD', 'teams:UNURSE']) };
const wednesday = Date.parse('2026-11-25T12:00:00Z');
const ours = { first: 'What made you smile?', second: 'What made you sigh?', inSpanish: null, note: '' };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const by = (from = lead, now = wednesday) => aScene({ db, now, from, hospital: settings });
const skip = (answers: Answers, turn = by()) => answer(turn, anIntent('questions.skip', { answers }));
const preview = (about: string, turn = by()) => answer(turn, anIntent('questions.preview', { about }));

function fieldOf(effects: readonly Effect[], id: string) {
  return formOf(effects).fields.find((field) => field.id === id);
}

describe('a week without a nudge', () => {
  test('is picked from a form that shows which weeks have none already', async () => {
    await markNoNudge(db, '2026-W52');
    const effects = await answer(by(), anIntent('questions.skip'));
    const week = fieldOf(effects, 'week');
    const labels = week?.type === 'choice' ? week.options.map((option) => option.label) : [];
    expect(labels).toContain('December 21 (2026-W52), no questions');
    expect(labels.some((label) => label.startsWith('December 14 (2026-W51), bank: '))).toBe(true);
    for (const id of ['week', 'nudge']) expect(fieldOf(effects, id)).not.toHaveProperty('initial');
  });

  test('can be decided, and taken back', async () => {
    expect(textOf(await skip({ week: '2026-W52', nudge: 'none' }))).toContain(
      'Nothing goes out on Monday, December 21 (2026-W52).',
    );
    expect((await questionsFor(db, bank, '2026-W52')).source).toBe('none');
    expect(textOf(await skip({ week: '2026-W52', nudge: 'ask' }))).toContain('as usual');
    expect((await questionsFor(db, bank, '2026-W52')).source).toBe('bank');
  });

  test('cannot be decided once it is out, in the past, or without saying what', async () => {
    await freezeQuestions(db, content, '2026-W49', wednesday);
    expect(errorsOf(await skip({ week: '2026-W49', nudge: 'none' })).week).toContain('already out');
    expect(errorsOf(await skip({ week: '2026-W40', nudge: 'none' })).week).toContain('has passed');
    expect(Object.keys(errorsOf(await skip({ week: 'soon' })))).toEqual(['week', 'nudge']);
    expect((await questionsFor(db, bank, '2026-W49')).source).toBe('bank');
  });
});

describe('a preview', () => {
  async function previewed(): Promise<Card> {
    const { card } = await db.selectFrom('outbox').select('card').executeTakeFirstOrThrow();
    return JSON.parse(card ?? '');
  }

  test('comes as a direct message to the administrator alone, under a key that names nobody', async () => {
    await saveQuestions(db, '2026-W49', ours);
    expect(textOf(await preview('2026-W49'))).toContain('on its way to you');
    const rows = await db.selectFrom('outbox').selectAll().execute();
    expect(rows.map((row) => [row.platform, row.workspace, row.person_id, row.batch])).toEqual([
      ['slack', 'T01', 'ULEAD', null],
    ]);
    expect(rows[0]?.key).toMatch(/^preview:[0-9a-f-]{36}$/);
  });

  test('looks like the real message to the last word, and has one line more that says what it is', async () => {
    await saveQuestions(db, '2026-W49', { ...ours, note: 'A short week.' });
    await preview('2026-W49');
    const card = await previewed();
    const buddy = await enrol(db, nurse, aProfile('your buddy'), settings, wednesday);
    const questions = await questionsFor(db, bank, '2026-W49');
    const pairs = [{ id: 'pair', buddy, startedAt: 0 }];
    const real = nudgeCard(
      someReader,
      { questions, pairs, checkedIn: new Set(), notedToday: new Set(), laters },
      wednesday,
    );
    expect(fallbackText(card)).toBe(
      `${fallbackText(real)}\nThis is a preview of Monday, November 30 (2026-W49), just for you. Its buttons record nothing.`,
    );
    const looks = (one: Card) => buttonsOf(one).map(({ label, style }) => [label, style]);
    expect(looks(card)).toEqual(looks(real));
    expect(card.elements.map(({ type }) => type).slice(0, -1)).toEqual(real.elements.map(({ type }) => type));
  });

  test('none of its buttons records anything: each says that it was a preview, but for the support lines, which are there', async () => {
    await preview('2026-W49');
    const all = buttonsOf(await previewed()).map((button) => button.id);
    const ids = all.filter((id) => id !== 'resources.show');
    expect(new Set(ids).size).toBe(5);
    expect(all).toHaveLength(6);
    expect(JSON.stringify(await previewed())).not.toContain('checkins.acknowledge');
    for (const id of ids) {
      const [name, about = ''] = id.split(':');
      expect(name).toBe('questions.preview');
      expect(textOf(await preview(about))).toBe('This was a preview, so nothing was recorded.');
    }
    expect(await db.selectFrom('outbox').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('acknowledgements').selectAll().execute()).toEqual([]);
  });

  test('does not freeze the week: it can still be changed afterwards', async () => {
    await preview('2026-W49');
    expect((await questionsFor(db, bank, '2026-W49')).frozenAt).toBeNull();
  });

  test('of a week without a nudge sends nothing and says why', async () => {
    await markNoNudge(db, '2026-W49');
    expect(textOf(await preview('2026-W49'))).toContain('nothing to send');
    expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
  });
});
