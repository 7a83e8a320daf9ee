import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Effect } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import {
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
} from '../../src/features/questions/store.ts';
import { buttonsOf, cardOf, content, temporaryDatabase, textOf } from '../support/turn.ts';
import { audited, bank, nurse, ours, plans, wednesday } from './questions-stage.ts';

const twoWeeks = 'Who helped you?\nWho did you help?\n\n  What was new? \r\nWhat stayed the same?\r\n\r\n';

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const paste = (answers: Answers | null, about = '') => plans(db, 'questions.import', answers, { about });
const asked = async (week: '2026-W49' | '2026-W50' | '2026-W51' | '2026-W52') => {
  const { source, first, second } = await questionsFor(db, bank, week);
  return source === 'posted' ? `${first} / ${second}` : source;
};

function shown(effects: readonly Effect[]) {
  const effect = effects[0];
  if (effect?.type !== 'view') throw new Error('nothing is shown in a view');
  const { view, errors = {} } = effect;
  const about = view.id.slice('questions.import:'.length);
  return { view, errors, about, text: fallbackText({ elements: view.elements }) };
}

describe('questions of many weeks, pasted', () => {
  test('are asked for in a window of their own, one press from the weeks ahead', async () => {
    const buttons = buttonsOf(cardOf(await plans(db, 'questions.admin', null)));
    expect(buttons.find(({ id }) => id === 'questions.import')?.opens).toBe('view');
    const { view } = shown(await paste(null));
    expect(view.fields.map(({ id }) => id)).toEqual(['from', 'text']);
    expect(view.fields[0]).toMatchObject({ initial: '2026-W49' });
  });

  test('come from a table as it is copied from Excel: two columns, a row a week, with or without their names', async () => {
    const table =
      'First\tSecond\r\nWho helped you?\tWho did you help?\r\n"What was\n""new""?"\tWhat stayed “the same”?\r\n';
    const { text } = shown(await paste({ from: '2026-W49', text: table }));
    expect(text).toContain('These are the 2 weeks');
    expect(text).toContain('What was "new"?');
    expect(text).toContain('What stayed “the same”?');
    expect(text).not.toContain('Second');
    await paste({ from: '2026-W49', text: table, sure: 'yes' });
    expect(await asked('2026-W49')).toBe('Who helped you? / Who did you help?');
    expect(await asked('2026-W50')).toBe('What was "new"? / What stayed “the same”?');
  });

  test.each([
    ['2027-W02\tOne?\tTwo?', 'Row 1 has 3 columns. Copy just the two with the questions.'],
    ['One?\tTwo?\nThree?', 'Row 2 has one question. A week needs two.'],
    ['One?\t"Two?', 'A quotation mark is opened and never closed. Check the table, and copy it again.'],
    ['first\tsecond', 'Paste at least one week: two lines, one for each question.'],
  ])('of a table say which row is wrong: %j', async (text, said) => {
    expect(shown(await paste({ from: '2026-W49', text })).errors.text).toBe(said);
  });

  test('are shown week by week first, and nothing is posted', async () => {
    const { view, text } = shown(await paste({ from: '2026-W49', text: twoWeeks }));
    expect(text).toContain('These are the 2 weeks as they would be. Nothing is posted yet.');
    expect(text).toContain('Monday, November 30 (2026-W49)');
    expect(text).toContain('Who did you help?');
    expect(text).toContain('Monday, December 7 (2026-W50)');
    expect(text).toContain('What was new?');
    expect(text).not.toContain('Replaces');
    expect(view.fields.map(({ id }) => id)).toEqual(['sure', 'from', 'text']);
    expect(await asked('2026-W49')).toBe('bank');
    expect(await audited(db)).toEqual([]);
  });

  test('are posted together once someone is sure, and the list of who did what names each week', async () => {
    const typed = { from: '2026-W49', text: twoWeeks };
    const { about } = shown(await paste(typed));
    const done = shown(await paste({ ...typed, sure: 'yes' }, about));
    expect(done.text).toContain(
      'Posted 2 weeks, from Monday, November 30 (2026-W49) to Monday, December 7 (2026-W50).',
    );
    expect(done.view.submit).toBeNull();
    expect(await asked('2026-W49')).toBe('Who helped you? / Who did you help?');
    expect(await asked('2026-W50')).toBe('What was new? / What stayed the same?');
    expect(await audited(db)).toEqual([
      { action: 'posted', about: '2026-W49' },
      { action: 'posted', about: '2026-W50' },
    ]);
  });

  test('pass over a Monday without a nudge and one that is out', async () => {
    await freezeQuestions(db, content, '2026-W51', wednesday);
    await markNoNudge(db, '2026-W50');
    await paste({ from: '2026-W49', text: twoWeeks, sure: 'yes' });
    expect(await asked('2026-W50')).toBe('none');
    expect(await asked('2026-W51')).toBe('bank');
    expect(await asked('2026-W52')).toBe('What was new? / What stayed the same?');
  });

  test('say what they come close to, of the last two years', async () => {
    await saveQuestions(db, '2026-W40', { ...ours, first: 'Who helped you' });
    await freezeQuestions(db, content, '2026-W40', wednesday);
    const { text } = shown(await paste({ from: '2026-W49', text: twoWeeks }));
    expect(text).toContain('Asked before, on Monday, September 28 (2026-W40)');
  });
});

describe('questions that someone has posted already', () => {
  const typed = { from: '2026-W49', text: twoWeeks, sure: 'yes' };

  test('are shown beside what would replace them, and go only then', async () => {
    await saveQuestions(db, '2026-W50', ours);
    const first = shown(await paste(typed));
    expect(first.text).toContain('Replaces: “What made you smile?”');
    expect(await asked('2026-W50')).toBe('What made you smile? / What made you sigh?');
    await paste(typed, first.about);
    expect(await asked('2026-W50')).toBe('What was new? / What stayed the same?');
  });

  test('are shown again when a colleague posts them between the look and the yes', async () => {
    const { about } = shown(await paste({ ...typed, sure: undefined }));
    await saveQuestions(db, '2026-W49', ours);
    const again = shown(await paste(typed, about));
    expect(again.text).toContain('Replaces: “What made you smile?”');
    expect(await asked('2026-W49')).toBe('What made you smile? / What made you sigh?');
    expect(await asked('2026-W50')).toBe('bank');
  });

  test('a text changed after the look is looked at again before it is posted', async () => {
    const { about } = shown(await paste({ ...typed, sure: undefined }));
    const again = shown(await paste({ ...typed, text: 'Something else?\nAnd something more?' }, about));
    expect(again.text).toContain('Something else?');
    expect(await asked('2026-W49')).toBe('bank');
  });
});

describe('a paste that can’t be taken', () => {
  const errorsFor = async (text: string, from = '2026-W49') =>
    shown(await paste({ from, text, sure: 'yes' })).errors;

  test('names every paragraph that is wrong, and nothing of the others is posted', async () => {
    const text = ['One?\nTwo?', 'Alone?', 'One?\nTwo?\nThree?'].join('\n\n');
    expect(await errorsFor(text)).toEqual({
      text: 'Paragraph 2 has one line. A week needs two. Paragraph 3 has 3 lines. A week has two, then a blank line.',
    });
    const long = ['One?\nTwo?', `${'x'.repeat(301)}\nTwo?`].join('\n\n');
    expect(await errorsFor(long)).toEqual({
      text: 'Pasted week 2: a question has more than 300 characters.',
    });
    expect(await asked('2026-W49')).toBe('bank');
  });

  test('is said at its field: an empty one, too many weeks, a week that is over or none', async () => {
    expect(await errorsFor('  \n \n')).toEqual({
      text: 'Paste at least one week: two lines, one for each question.',
    });
    const many = Array.from({ length: 27 }, () => 'One?\nTwo?').join('\n\n');
    expect((await errorsFor(many)).text).toBe('At most 26 weeks at once. Paste the rest afterwards.');
    expect((await errorsFor(twoWeeks, '2026-W40')).from).toContain('has passed');
    expect((await errorsFor(twoWeeks, 'soon')).from).toContain('Pick a Monday');
    expect(Object.keys(await errorsFor('Alone?', 'soon'))).toEqual(['from', 'text']);
  });

  test('names the paragraph that would lie too far ahead', async () => {
    const three = Array.from({ length: 3 }, () => 'One?\nTwo?').join('\n\n');
    expect((await errorsFor(three, '2028-W46')).text).toBe(
      'Pasted week 3 would be more than two years ahead.',
    );
  });
});

test('someone who posts no questions can neither look nor paste', async () => {
  const pasted = await plans(
    db,
    'questions.import',
    { from: '2026-W49', text: twoWeeks, sure: 'yes' },
    { from: nurse },
  );
  expect(textOf(pasted)).toContain('BUDDY_ADMINS');
  expect(await asked('2026-W49')).toBe('bank');
});
