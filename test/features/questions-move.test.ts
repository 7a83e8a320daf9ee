import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import {
  freezeQuestions,
  markNoNudge,
  questionsFor,
  saveQuestions,
} from '../../src/features/questions/store.ts';
import { content, errorsOf, formOf, temporaryDatabase, textOf } from '../support/turn.ts';
import { audited, bank, nurse, plans, ours as theirs, wednesday } from './questions-stage.ts';

const ours = { ...theirs, note: 'A short week.' };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const move = (answers: Answers | null, from?: PersonRef) =>
  plans(db, 'questions.move', answers, from === undefined ? {} : { from });
const asked = async (week: IsoWeek) => {
  const { first, second, inSpanish } = await questionsFor(db, bank, week);
  return { first, second, inSpanish };
};

describe('two weeks that change places', () => {
  test('are picked from those that ask something and can still be changed', async () => {
    await markNoNudge(db, '2026-W52');
    await freezeQuestions(db, content, '2026-W49', wednesday);
    const { fields } = formOf(await move(null));
    expect(fields.map(({ id }) => id)).toEqual(['week', 'to']);
    for (const field of fields) {
      const weeks = field.type === 'choice' ? field.options.map(({ value }) => value) : [];
      expect(weeks[0]).toBe('2026-W50');
      expect(weeks).not.toContain('2026-W52');
    }
  });

  test('ask each other’s questions, the bank’s in both languages, and the list says who did it', async () => {
    await saveQuestions(db, '2026-W49', ours);
    const ofTheBank = await asked('2026-W51');
    expect(ofTheBank.inSpanish).not.toBeNull();
    const said = textOf(await move({ week: '2026-W49', to: '2026-W51' }));
    expect(said).toContain('Monday, December 14 (2026-W51) now asks:\n1. What made you smile?');
    expect(said).toContain(`1. ${ofTheBank.first}`);
    expect(await asked('2026-W49')).toEqual(ofTheBank);
    expect(await asked('2026-W51')).toEqual({ first: ours.first, second: ours.second, inSpanish: null });
    expect(await audited(db)).toEqual([
      { action: 'moved', about: '2026-W49' },
      { action: 'moved', about: '2026-W51' },
    ]);
  });

  test('keep the line above: it is about its Monday', async () => {
    await saveQuestions(db, '2026-W49', ours);
    await move({ week: '2026-W51', to: '2026-W49' });
    expect((await questionsFor(db, bank, '2026-W49')).note).toBe('A short week.');
    expect((await questionsFor(db, bank, '2026-W51')).note).toBe('');
  });

  test('moved twice, everything is as it was', async () => {
    const before = [await asked('2026-W49'), await asked('2026-W51')];
    await move({ week: '2026-W49', to: '2026-W51' });
    await move({ week: '2026-W49', to: '2026-W51' });
    expect([await asked('2026-W49'), await asked('2026-W51')]).toEqual(before);
  });

  test('stay when one is out, over, without questions, or the same', async () => {
    await freezeQuestions(db, content, '2026-W49', wednesday);
    await markNoNudge(db, '2026-W52');
    expect(errorsOf(await move({ week: '2026-W49', to: '2026-W51' })).week).toContain('already out');
    expect(errorsOf(await move({ week: '2026-W51', to: '2026-W49' })).to).toContain('already out');
    expect(errorsOf(await move({ week: '2026-W51', to: '2026-W40' })).to).toContain('has passed');
    expect(errorsOf(await move({ week: '2026-W51', to: '2026-W52' })).to).toContain('Nothing goes out');
    expect(errorsOf(await move({ week: '2026-W51', to: '2026-W51' })).to).toContain('the same Monday');
    expect(Object.keys(errorsOf(await move({})))).toEqual(['week', 'to']);
    expect((await questionsFor(db, bank, '2026-W51')).source).toBe('bank');
    expect(await audited(db)).toEqual([]);
  });

  test('can’t be swapped by someone who posts no questions', async () => {
    const said = textOf(await move({ week: '2026-W49', to: '2026-W51' }, nurse));
    expect(said).toContain('BUDDY_ADMINS');
    expect((await questionsFor(db, bank, '2026-W49')).source).toBe('bank');
  });
});
