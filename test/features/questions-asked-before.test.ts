import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { freezeQuestions, saveQuestions } from '../../src/features/questions/store.ts';
import { content, temporaryDatabase, textOf } from '../support/turn.ts';
import { ours, plans, wednesday } from './questions-stage.ts';

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const before = 'Asked before, on Monday, September 28 (2026-W40): “WHAT MADE YOU SMILE”';
const posts = async (week: string, first: string) =>
  textOf(await plans(db, 'questions.post', { week, first, second: 'And who was there?' }));

test('a question that comes close to one of the last two years says so when it is saved, and in its preview', async () => {
  await saveQuestions(db, '2026-W40', { ...ours, first: 'Who was late?', second: 'WHAT MADE YOU SMILE' });
  expect(await posts('2026-W50', ours.first)).not.toContain('Asked before');
  await freezeQuestions(db, content, '2026-W40', wednesday);
  expect(await posts('2026-W49', ours.first)).toContain(before);
  expect(await posts('2026-W51', 'What made you stay?')).not.toContain('Asked before');
  await plans(db, 'questions.preview', null, { about: '2026-W49' });
  const { card } = await db.selectFrom('outbox').select('card').executeTakeFirstOrThrow();
  expect(card).toContain(before);
});
