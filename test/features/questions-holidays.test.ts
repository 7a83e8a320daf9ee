import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import { mondaysAhead } from '../../src/features/questions/holidays.ts';
import {
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
} from '../../src/features/questions/store.ts';
import { content, formOf, temporaryDatabase, textOf } from '../support/turn.ts';
import { audited, bank, nurse, ours, plans, wednesday } from './questions-stage.ts';

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const holidays = (answers: Answers | null) => plans(db, 'questions.holidays', answers);

async function sourceOf(week: '2026-W49' | '2026-W51' | '2026-W52' | '2026-W53') {
  return (await questionsFor(db, bank, week)).source;
}

test('in November the holidays of the whole next year stand in one list, those planned already picked', async () => {
  await markNoNudge(db, '2026-W52');
  const [field] = formOf(await holidays(null)).fields;
  expect(field).toMatchObject({ type: 'choices', id: 'weeks', optional: true, initial: ['2026-W52'] });
  const weeks = field?.type === 'choices' ? field.options.map(({ value }) => value) : [];
  expect([weeks[0], weeks.at(-1)]).toEqual(['2026-W49', '2027-W52']);
});

test.each([
  ['2026-W36', '2027-W34', 52],
  ['2026-W37', '2027-W52', 69],
  ['2026-W53', '2027-W52', 53],
  ['2027-W01', '2027-W52', 52],
] as const)('the Mondays from %s on go to %s', (from, to, count) => {
  const weeks = mondaysAhead(from);
  expect([weeks[0], weeks.at(-1), weeks.length]).toEqual([from, to, count]);
});

test('several Mondays are left out at once, and each stands on the list of who did what', async () => {
  const said = textOf(await holidays({ weeks: '2026-W52,2026-W53' }));
  expect(said).toContain(
    'nothing goes out on Monday, December 21 (2026-W52); Monday, December 28 (2026-W53).',
  );
  expect(await sourceOf('2026-W52')).toBe('none');
  expect(await sourceOf('2026-W53')).toBe('none');
  expect(await sourceOf('2026-W51')).toBe('bank');
  expect(await audited(db)).toEqual([
    { action: 'left-out', about: '2026-W52' },
    { action: 'left-out', about: '2026-W53' },
  ]);
});

test('a Monday that is taken off the list has its questions again, and the others stay as they are', async () => {
  await saveQuestions(db, '2026-W52', ours);
  await holidays({ weeks: '2026-W52,2026-W53' });
  await holidays({ weeks: '2026-W53' });
  expect(await questionsFor(db, bank, '2026-W52')).toMatchObject({ source: 'posted', ...ours });
  expect(await sourceOf('2026-W53')).toBe('none');
  expect(await audited(db)).toContainEqual({ action: 'brought-back', about: '2026-W52' });
  expect(textOf(await holidays({}))).toContain('Two questions go out every Monday of the coming year.');
  expect(await sourceOf('2026-W53')).toBe('bank');
});

test('a Monday that is out stays out, whatever the list says', async () => {
  await freezeQuestions(db, content, '2026-W49', wednesday);
  await holidays({ weeks: '2026-W49,2026-W40,soon' });
  expect(await sourceOf('2026-W49')).toBe('bank');
  expect(await audited(db)).toEqual([]);
});

test('someone who posts no questions can’t set the holidays', async () => {
  const said = textOf(await plans(db, 'questions.holidays', { weeks: '2026-W52' }, { from: nurse }));
  expect(said).toContain('BUDDY_ADMINS');
  expect(await sourceOf('2026-W52')).toBe('bank');
});
