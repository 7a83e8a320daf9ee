import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import { bankSetFor } from '../../src/features/questions/bank-set.ts';
import {
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
} from '../../src/features/questions/store.ts';
import {
  anIntent,
  answer,
  aScene,
  buttonIds,
  content,
  errorsOf,
  formOf,
  slackPerson,
  someHospital,
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
const post = (answers: Answers, turn = by()) => answer(turn, anIntent('questions.post', { answers }));
const skip = (answers: Answers, turn = by()) => answer(turn, anIntent('questions.skip', { answers }));
const preview = (about: string, turn = by()) => answer(turn, anIntent('questions.preview', { about }));
const allRows = () => db.selectFrom('question_sets').selectAll().execute();

function fieldOf(effects: readonly Effect[], id: string) {
  return formOf(effects).fields.find((field) => field.id === id);
}

function weeksIn(effects: readonly Effect[]): string[] {
  const field = fieldOf(effects, 'week');
  return field?.type === 'choice' ? field.options.map((option) => option.value) : [];
}

const open = (about = '', turn = by()) => answer(turn, anIntent('questions.post', { about }));

describe('the form for a week’s questions', () => {
  test('begins with the next Monday and offers half a year', async () => {
    const effects = await open();
    expect(formOf(effects).id).toBe('questions.post');
    expect(formOf(effects).fields.map((field) => [field.id, field.optional ?? false])).toEqual([
      ['week', false],
      ['first', false],
      ['second', false],
      ['firstInSpanish', true],
      ['secondInSpanish', true],
      ['note', true],
      ['replace', true],
    ]);
    expect(fieldOf(effects, 'week')).toMatchObject({ initial: '2026-W49' });
    expect(weeksIn(effects)).toHaveLength(26);
  });

  test('on a Monday morning it begins with today, until the first message is out', async () => {
    const monday = by(lead, Date.parse('2026-11-23T06:00:00Z'));
    expect(fieldOf(await open('', monday), 'week')).toMatchObject({ initial: '2026-W48' });
    await freezeQuestions(db, content, '2026-W48', wednesday);
    const later = await open('', monday);
    expect(fieldOf(later, 'week')).toMatchObject({ initial: '2026-W49' });
    expect(weeksIn(later)).not.toContain('2026-W48');
  });

  test('shows what was posted, so that a slip is mended and not typed again', async () => {
    await saveQuestions(db, '2026-W50', { ...ours, note: 'A short week.' });
    const effects = await open('2026-W50');
    expect(fieldOf(effects, 'week')).toMatchObject({ initial: '2026-W50' });
    expect(fieldOf(effects, 'first')).toMatchObject({ initial: ours.first });
    expect(fieldOf(effects, 'second')).toMatchObject({ initial: ours.second });
    expect(fieldOf(effects, 'note')).toMatchObject({ initial: 'A short week.' });
  });

  test('shows what the bank has below the field, not in it', async () => {
    const effects = await open('2026-W50');
    const { first, second } = bankSetFor(bank, '2026-W50', '2026-W50').words.en;
    expect(fieldOf(effects, 'first')).not.toHaveProperty('initial');
    expect(fieldOf(effects, 'first')?.hint).toBe(`From the bank for December 7: ${first}`);
    expect(fieldOf(effects, 'second')?.hint).toContain(second);
  });

  test('a week more than half a year away is offered when it is the one to edit', async () => {
    const effects = await open('2028-W10');
    expect(fieldOf(effects, 'week')).toMatchObject({ initial: '2028-W10' });
    expect(weeksIn(effects).at(-1)).toBe('2028-W10');
  });

  test('this week, when nobody has got it yet, stands first when it is the one to edit', async () => {
    expect(weeksIn(await open('2026-W48')).slice(0, 2)).toEqual(['2026-W48', '2026-W49']);
  });

  test('a week that is out is not opened for editing', async () => {
    await freezeQuestions(db, content, '2026-W49', wednesday);
    expect(textOf(await open('2026-W49'))).toContain('already out');
    expect(buttonIds(await open('2026-W49'))).toEqual(['questions.post']);
    expect(textOf(await open('2026-W40'))).toContain('has passed');
  });

  test('does not open for someone else', async () => {
    expect(textOf(await open('', by(nurse)))).toContain('BUDDY_ADMINS');
  });
});

describe('posting', () => {
  test('keeps the questions and shows them as they will stand there', async () => {
    const effects = await post({ week: '2026-W49', first: ours.first, second: ours.second });
    expect(textOf(effects)).toContain('Saved for Monday, November 30 (2026-W49).');
    expect(textOf(effects)).toContain('1. What made you smile?\n2. What made you sigh?');
    expect(buttonIds(effects)).toEqual([
      'questions.preview:2026-W49',
      'questions.post:2026-W49',
      'questions.bank:2026-W49',
    ]);
    expect(await questionsFor(db, bank, '2026-W49')).toMatchObject({ source: 'posted', ...ours });
  });

  test('keeps both questions as they were typed, but for what cannot be seen', async () => {
    await post({
      week: ' 2026-w49 ',
      first: '  What\nmade\r\n\tyou <smile> & *laugh*? ',
      second: 'Ça va ? :wave: \u0000 _so_',
      note: ' Short\nweek ',
    });
    expect(await questionsFor(db, bank, '2026-W49')).toMatchObject({
      first: 'What\nmade\nyou <smile> & *laugh*?',
      second: 'Ça va ? :wave:   _so_',
      note: 'Short week',
    });
  });

  const fine = { week: '2026-W49', first: ours.first, second: ours.second };
  test.each([
    ['a week that is none', { ...fine, week: 'next week' }, 'week', '2026-W48'],
    ['a 54th week', { ...fine, week: '2026-W54' }, 'week', '2026-W48'],
    ['no week', { first: 'a', second: 'b' }, 'week', '2026-W48'],
    ['a person for a week', { ...fine, week: nurse }, 'week', '2026-W48'],
    ['a Monday that has passed', { ...fine, week: '2026-W47' }, 'week', 'has passed'],
    ['a week more than two years away', { ...fine, week: '2028-W48' }, 'week', 'two years'],
    ['no first question', { ...fine, first: ' \n ' }, 'first', 'two questions'],
    ['no second question', { week: fine.week, first: fine.first }, 'second', 'two questions'],
    ['a question too long for a phone', { ...fine, first: 'x'.repeat(301) }, 'first', '300'],
    ['a note too long for a phone', { ...fine, note: 'x'.repeat(301) }, 'note', '300'],
  ] as const)('%s is a sentence at its field, and nothing is kept', async (_, answers, field, sentence) => {
    const errors = errorsOf(await post(answers));
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toContain(sentence);
    expect(await allRows()).toEqual([]);
  });

  test('everything that must be mended is said at once', async () => {
    expect(Object.keys(errorsOf(await post({ week: 'x', note: 'x'.repeat(301) })))).toEqual([
      'week',
      'first',
      'second',
      'note',
    ]);
  });

  test('300 characters and two years ahead are still fine', async () => {
    await post({ week: '2028-W47', first: 'x'.repeat(300), second: ours.second });
    expect((await questionsFor(db, bank, '2028-W47')).source).toBe('posted');
  });

  test('last week can be posted for as long as it is still Sunday somewhere, then no more', async () => {
    const answers = { ...fine, week: '2026-W47' };
    const sundaySomewhere = by(lead, Date.parse('2026-11-23T11:59:59Z'));
    const mondayEverywhere = by(lead, Date.parse('2026-11-23T12:00:00Z'));
    expect(errorsOf(await post(answers, mondayEverywhere)).week).toContain('has passed');
    expect(textOf(await post(answers, sundaySomewhere))).toContain('Saved');
  });

  test('a week that is out stays as it is, and the form says so at the week', async () => {
    const before = await freezeQuestions(db, content, '2026-W49', wednesday);
    expect(errorsOf(await post(fine)).week).toBe(
      "Monday's questions for that week are already out, so they stay as they are. Pick a later week.",
    );
    expect(await questionsFor(db, bank, '2026-W49')).toEqual(before);
  });

  test('a forged submission by someone else changes nothing and says so', async () => {
    expect(textOf(await post(fine, by(nurse)))).toContain('BUDDY_ADMINS');
    expect(textOf(await skip({ week: '2026-W49', nudge: 'none' }, by(nurse)))).toContain('BUDDY_ADMINS');
    expect(textOf(await preview('2026-W49', by(nurse)))).toContain('BUDDY_ADMINS');
    expect(await allRows()).toEqual([]);
    expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
  });
});

describe('nothing is overwritten in silence', () => {
  const thanksgiving = { week: '2026-W49', first: 'What are you thankful for?', second: 'Who cooked?' };
  const theirs = { first: thanksgiving.first, second: thanksgiving.second };
  const stands = (week: string) => questionsFor(db, bank, week as IsoWeek);

  test('the form begins with the next week that nobody has posted for, and each week says how it stands', async () => {
    await post(thanksgiving);
    await markNoNudge(db, '2026-W51');
    const effects = await open('');
    expect(fieldOf(effects, 'week')).toMatchObject({ initial: '2026-W50' });
    expect(fieldOf(effects, 'first')).not.toHaveProperty('initial');
    const week = fieldOf(effects, 'week');
    const labels = week?.type === 'choice' ? week.options.map(({ label }) => label) : [];
    expect(labels.slice(0, 3)).toEqual([
      'November 30 (2026-W49), posted: What are you thankful for?',
      `December 7 (2026-W50), bank: ${bankSetFor(bank, '2026-W50', '2026-W50').words.en.first}`,
      'December 14 (2026-W51), no questions',
    ]);
  });

  test('a week that was posted for asks before it takes other words', async () => {
    await post(thanksgiving);
    const again = { ...thanksgiving, first: 'Something else?' };
    expect(errorsOf(await post(again)).week).toContain('already asks: “What are you thankful for?”');
    expect(await stands('2026-W49')).toMatchObject(theirs);
    expect(textOf(await post({ ...again, replace: 'yes' }))).toContain('Saved for Monday, November 30');
    expect(await stands('2026-W49')).toMatchObject({ first: 'Something else?' });
  });

  test('the same words again are no question', async () => {
    await post(thanksgiving);
    expect(textOf(await post(thanksgiving))).toContain('Saved for Monday, November 30');
  });

  test('opened to edit one week, it replaces that one, and still asks for another', async () => {
    await post(thanksgiving);
    await post({ week: '2026-W51', ...theirs, first: 'December?' });
    const form = formOf(await open('2026-W49'));
    expect(form.id).toBe('questions.post:2026-W49');
    const submit = (week: string) =>
      answer(
        by(lead),
        anIntent('questions.post', {
          about: '2026-W49',
          answers: { week, first: 'Changed?', second: theirs.second },
        }),
      );
    expect(textOf(await submit('2026-W49'))).toContain('Saved');
    expect(errorsOf(await submit('2026-W51')).week).toContain('already asks: “December?”');
    expect(await stands('2026-W51')).toMatchObject({ first: 'December?' });
  });

  test('what is too long is said at its field, with how long it is, and nothing is cut', async () => {
    const long = 'x'.repeat(301);
    expect(errorsOf(await post({ ...thanksgiving, first: long }))).toEqual({
      first: '300 characters at most, so it fits on a phone. This has 301.',
    });
    const first = fieldOf(await open(''), 'first');
    expect(first?.type === 'text' ? first.maxLength : 0).toBeGreaterThan(1_000);
    expect(await stands('2026-W49')).toMatchObject({ source: 'bank' });
  });

  test('posting into a week without a nudge says that it has one again', async () => {
    await markNoNudge(db, '2026-W49');
    expect(textOf(await post(thanksgiving))).toContain('Now it has questions again.');
  });

  test('back to the bank takes away what was posted, until it is out', async () => {
    await post(thanksgiving);
    const back = (about: string, from = lead) => answer(by(from), anIntent('questions.bank', { about }));
    expect(textOf(await back('2026-W49', nurse))).toContain('BUDDY_ADMINS');
    expect(await stands('2026-W49')).toMatchObject(theirs);
    expect(textOf(await back('2026-W49'))).toContain(bankSetFor(bank, '2026-W49', '2026-W49').words.en.first);
    expect((await stands('2026-W49')).source).toBe('bank');
    expect(textOf(await back('2026-W49'))).toContain('Nothing is posted');
    expect(textOf(await back('nonsense'))).toContain('Pick a Monday');
    await post(thanksgiving);
    await freezeQuestions(db, content, '2026-W49', wednesday);
    expect(textOf(await back('2026-W49'))).toContain('already out');
    expect(await stands('2026-W49')).toMatchObject(theirs);
  });
});
