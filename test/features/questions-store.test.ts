import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import type { BankSet } from '../../src/content/bank.ts';
import type { Database } from '../../src/db/schema.ts';
import { bankSetFor } from '../../src/features/questions/bank-set.ts';
import {
  findFrozenWeeks,
  findPlanned,
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
  unmarkNoNudge,
} from '../../src/features/questions/store.ts';
import { content, temporaryDatabase } from '../support/turn.ts';

const { bank } = content;
const week: IsoWeek = '2026-W49';
const monday = Date.parse('2026-11-29T19:00:00Z');
/** What is read of a week whose questions an administrator posted. */
const isPosted = { week, source: 'posted', setId: null, deeper: null } as const;
const ours = {
  first: 'What made you smile?',
  second: 'What made you sigh?',
  inSpanish: null,
  note: 'It is a short week.',
};
/** The bank, after someone has reworded every question in the files. */
const reworded: readonly BankSet[] = bank.map((set) => ({
  ...set,
  words: { en: { first: 'Reworded', second: 'Also reworded' } },
}));

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

test('a week that nobody touched asks what the bank has, and looking writes nothing', async () => {
  const {
    id,
    words: {
      en: { first, second },
      es: inSpanish,
    },
  } = bankSetFor(bank, week, week);
  expect(await questionsFor(db, bank, week)).toEqual({
    week,
    source: 'bank',
    setId: id,
    first,
    second,
    inSpanish,
    note: '',
    deeper: null,
    frozenAt: null,
  });
  expect(await db.selectFrom('question_sets').selectAll().execute()).toEqual([]);
});

test('what was posted is what is asked, and posting again replaces it', async () => {
  expect(await saveQuestions(db, week, { ...ours, first: 'A first try?' })).toBe(true);
  expect(await saveQuestions(db, week, ours)).toBe(true);
  expect(await questionsFor(db, bank, week)).toEqual({ ...isPosted, ...ours, frozenAt: null });
});

test('many weeks are read in the order they were asked for', async () => {
  await saveQuestions(db, '2026-W51', ours);
  await markNoNudge(db, '2026-W52');
  const planned = await findPlanned(db, bank, ['2026-W52', '2026-W50', '2026-W51']);
  expect(planned.map((one) => [one.week, one.source, one.first])).toEqual([
    ['2026-W52', 'none', ''],
    ['2026-W50', 'bank', bankSetFor(bank, '2026-W50', '2026-W50').words.en.first],
    ['2026-W51', 'posted', ours.first],
  ]);
  expect(await findPlanned(db, bank, [])).toEqual([]);
});

test('both of a pair get the same, though a question was reworded between their Mondays', async () => {
  const east = await freezeQuestions(db, content, week, monday);
  const west = await freezeQuestions(db, { ...content, bank: reworded }, week, monday + 1);
  expect(west).toEqual(east);
  expect(west).toMatchObject({
    source: 'bank',
    frozenAt: monday,
    first: bankSetFor(bank, week, week).words.en.first,
  });
  expect(await questionsFor(db, reworded, week)).toEqual(east);
});

test('a week that the bank asked says which set it was, and its words are there when the set no longer is', async () => {
  const {
    id,
    words: {
      en: { first, second },
    },
  } = bankSetFor(bank, week, week);
  await freezeQuestions(db, content, week, monday);
  const without = bank.filter((set) => set.id !== id);
  expect(await questionsFor(db, without, week)).toMatchObject({ source: 'bank', setId: id, first, second });
});

test('a week from before sets were noted is found by its words, and is read all the same where it is not', async () => {
  const {
    id,
    words: {
      en: { first, second },
    },
  } = bankSetFor(bank, week, week);
  const frozen = { week, source: 'bank', set_id: null, first, second, note: '', frozen_at: monday } as const;
  await db.insertInto('question_sets').values(frozen).execute();
  expect(await questionsFor(db, bank, week)).toMatchObject({ setId: id, first, second });
  expect(await questionsFor(db, reworded, week)).toMatchObject({ setId: null, first, second });
});

test('once the first message is out, nobody can change the week any more', async () => {
  await saveQuestions(db, week, ours);
  expect(await freezeQuestions(db, content, week, monday)).toEqual({
    ...isPosted,
    ...ours,
    frozenAt: monday,
  });
  expect(
    await saveQuestions(db, week, { first: 'Later?', second: 'Too late?', inSpanish: null, note: '' }),
  ).toBe(false);
  expect(await markNoNudge(db, week)).toBe(false);
  expect(await unmarkNoNudge(db, week)).toBe(false);
  expect(await questionsFor(db, bank, week)).toEqual({ ...isPosted, ...ours, frozenAt: monday });
});

test('a week without a nudge stays one from its Monday on', async () => {
  await markNoNudge(db, week);
  expect(await freezeQuestions(db, content, week, monday)).toMatchObject({
    source: 'none',
    first: '',
    frozenAt: monday,
  });
  expect(await unmarkNoNudge(db, week)).toBe(false);
  expect((await questionsFor(db, bank, week)).source).toBe('none');
});

test('who takes a week’s nudge away and brings it back has not lost what was posted', async () => {
  await saveQuestions(db, week, ours);
  expect(await markNoNudge(db, week)).toBe(true);
  expect(await questionsFor(db, bank, week)).toMatchObject({
    source: 'none',
    first: '',
    second: '',
    note: '',
  });
  expect(await unmarkNoNudge(db, week)).toBe(true);
  expect(await questionsFor(db, bank, week)).toMatchObject({ source: 'posted', ...ours });
});

test('with nothing posted the bank is back, and a week that has its nudge anyway is left alone', async () => {
  await markNoNudge(db, week);
  expect(await unmarkNoNudge(db, week)).toBe(true);
  expect((await questionsFor(db, bank, week)).source).toBe('bank');
  await saveQuestions(db, week, ours);
  expect(await unmarkNoNudge(db, week)).toBe(true);
  expect((await questionsFor(db, bank, week)).source).toBe('posted');
});

test('posting for a week without a nudge gives it one', async () => {
  await markNoNudge(db, week);
  expect(await saveQuestions(db, week, ours)).toBe(true);
  expect(await questionsFor(db, bank, week)).toMatchObject({ source: 'posted', ...ours });
});

test('only weeks that are out count as out', async () => {
  await freezeQuestions(db, content, '2026-W47', monday);
  await freezeQuestions(db, content, '2026-W49', monday);
  await saveQuestions(db, '2026-W50', ours);
  expect([...(await findFrozenWeeks(db, '2026-W48'))]).toEqual(['2026-W49']);
});

test('a hospital that begins on a Monday with something heavy is asked something light, and two weeks later still', async () => {
  const heavy = weeksFrom('2027-W01', 52).find((one) => bankSetFor(bank, one, '2020-W01').weight === 'heavy');
  const first = heavy ?? week;
  expect((await freezeQuestions(db, content, first, monday)).setId).toBe(bankSetFor(bank, first, first).id);
  const soon = weeksFrom(first, 8);
  const planned = await findPlanned(db, bank, soon);
  expect(planned.map(({ setId }) => setId)).toEqual(soon.map((one) => bankSetFor(bank, one, first).id));
  const weightOf = (id: string | null) => bank.find((set) => set.id === id)?.weight;
  expect(planned.slice(0, 3).map(({ setId }) => weightOf(setId))).not.toContain('heavy');
});

test('a hospital that has been at it for long is asked what the bank has, heavy or not', async () => {
  await freezeQuestions(db, content, '2026-W10', monday);
  const year = weeksFrom('2027-W01', 52);
  const planned = await findPlanned(db, bank, year);
  expect(planned.map(({ setId }) => setId)).toEqual(year.map((one) => bankSetFor(bank, one, '2026-W10').id));
  expect(await questionsFor(db, bank, '2027-W30')).toEqual(planned[29]);
});

function weeksFrom(first: IsoWeek, count: number): IsoWeek[] {
  return Array.from({ length: count }, (_, index) => addWeeks(first, index));
}
