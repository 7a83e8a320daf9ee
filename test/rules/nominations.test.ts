import { expect, test } from '@jest/globals';
import { asksWhetherToRemove } from '../../src/features/nominations/remove.ts';
import {
  manyNominations,
  mostNominations,
  nominationKeptMs,
  nominationsCountMs,
} from '../../src/features/nominations/rules.ts';
import { anIntent } from '../support/turn.ts';

const day = 86_400_000;

test('the numbers are those that are said in words', () => {
  expect({ mostNominations, manyNominations }).toEqual({ mostNominations: 10, manyNominations: 3 });
  expect([nominationsCountMs, nominationKeptMs]).toEqual([30 * day, 365 * day]);
});

test.each([
  ['id', true],
  ['id/yes', false],
  ['id/yes/more', false],
  ['id/more/yes', true],
])(
  'what only asks whether to remove someone is read as a question, and a deed as a deed: %s',
  (about, asks) => {
    expect(asksWhetherToRemove(anIntent('support.remove', { about }))).toBe(asks);
  },
);
