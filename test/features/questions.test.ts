import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { Database } from '../../src/db/schema.ts';
import { bankSetFor } from '../../src/features/questions/bank-set.ts';
import { freezeQuestions, markNoNudge, saveQuestions } from '../../src/features/questions/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  cardOf,
  content,
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
const allRows = () => db.selectFrom('question_sets').selectAll().execute();

function choiceOf(card: Card) {
  return card.elements.find((element) => element.type === 'choice');
}

describe('/buddy questions', () => {
  test('everybody can read this week’s two questions, word for word, and whether they are out', async () => {
    await saveQuestions(db, '2026-W48', { ...ours, note: 'A short week.' });
    const before = await answer(by(nurse), anIntent('questions.show'));
    expect(textOf(before)).toContain('A short week.\n1. What made you smile?\n2. What made you sigh?');
    expect(textOf(before)).toContain("They aren't out yet");
    expect(buttonIds(before)).toEqual([]);
    await freezeQuestions(db, content, '2026-W48', wednesday);
    expect(textOf(await answer(by(nurse), anIntent('questions.show')))).toContain("They're out");
  });

  test('on a Sunday evening in Honolulu it is still last week, whatever the hospital’s clock says', async () => {
    const now = Date.parse('2026-11-30T06:00:00Z');
    await enrol(db, nurse, aProfile('Ana', { timeZone: 'Pacific/Honolulu' }), settings, wednesday);
    expect(textOf(await answer(by(nurse, now), anIntent('questions.show')))).toContain(
      bankSetFor(bank, '2026-W48', '2026-W48').words.en.first,
    );
    expect(textOf(await answer(by(slackPerson('UOTHER'), now), anIntent('questions.show')))).toContain(
      bankSetFor(bank, '2026-W49', '2026-W49').words.en.first,
    );
  });

  test('a week without a nudge is explained kindly, with no questions in it', async () => {
    await markNoNudge(db, '2026-W48');
    const effects = await answer(by(nurse), anIntent('questions.show'));
    expect(textOf(effects)).toBe(
      "This week\nNo questions this week: it's a planned break. Saying hello still works.",
    );
    expect(cardOf(effects).elements.filter((element) => element.type === 'questions')).toEqual([]);
  });

  test('an administrator is one tap from posting', async () => {
    expect(buttonIds(await answer(by(), anIntent('questions.show')))).toEqual([
      'questions.post',
      'questions.admin',
    ]);
  });
});

describe('/buddy admin', () => {
  test('shows twelve weeks from this one on, where each one’s questions come from, and the first of them', async () => {
    await freezeQuestions(db, content, '2026-W48', wednesday);
    await saveQuestions(db, '2026-W49', ours);
    await markNoNudge(db, '2026-W52');
    const table = cardOf(await answer(by(), anIntent('questions.admin'))).elements.find(
      (element) => element.type === 'table',
    );
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows.map(([monday, source]) => [monday, source])).toEqual([
      ['November 23 (2026-W48)', 'Already out'],
      ['November 30 (2026-W49)', 'Posted'],
      ['December 7 (2026-W50)', 'From the bank'],
      ['December 14 (2026-W51)', 'From the bank'],
      ['December 21 (2026-W52)', 'No questions'],
      ['December 28 (2026-W53)', 'From the bank'],
      ['January 4 (2027-W01)', 'From the bank'],
      ['January 11 (2027-W02)', 'From the bank'],
      ['January 18 (2027-W03)', 'From the bank'],
      ['January 25 (2027-W04)', 'From the bank'],
      ['February 1 (2027-W05)', 'From the bank'],
      ['February 8 (2027-W06)', 'From the bank'],
    ]);
    const firsts = rows.map((row) => row[2]);
    expect(firsts[1]).toBe('What made you smile?');
    expect(firsts[2]).toBe(bankSetFor(bank, '2026-W50', '2026-W48').words.en.first);
    expect(firsts[4]).toBe('');
  });

  test('offers to post, to edit any week that is not out, to preview the next one, to leave some out, to swap two and to paste many', async () => {
    await freezeQuestions(db, content, '2026-W49', wednesday);
    const effects = await answer(by(), anIntent('questions.admin'));
    expect(buttonIds(effects)).toEqual([
      'questions.post',
      'questions.preview:2026-W50',
      'questions.skip',
      'questions.import',
      'questions.move',
      'questions.holidays',
    ]);
    const choice = choiceOf(cardOf(effects));
    expect(choice?.id).toBe('questions.post:pick');
    expect(choice?.options).toHaveLength(26);
    expect(choice?.options[0]).toEqual({
      value: '2026-W50',
      label: `December 7 (2026-W50), bank: ${bankSetFor(bank, '2026-W50', '2026-W50').words.en.first}`,
    });
  });

  test('someone else is told who can, and what to hand in to become one of them', async () => {
    const effects = await answer(by(nurse), anIntent('questions.admin'));
    expect(textOf(effects)).toContain('BUDDY_ADMINS');
    expect(textOf(effects)).toContain('slack:UNURSE');
    expect(buttonIds(effects)).toEqual([]);
    expect(cardOf(effects).elements.every((element) => element.type === 'text')).toBe(true);
  });

  test('looking writes nothing', async () => {
    await answer(by(), anIntent('questions.admin'));
    await answer(by(), anIntent('questions.show'));
    expect(await allRows()).toEqual([]);
    expect(await db.selectFrom('members').selectAll().execute()).toEqual([]);
  });
});
