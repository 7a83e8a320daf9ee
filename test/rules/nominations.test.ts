import { expect, test } from '@jest/globals';
import {
  manyNominations,
  mostNominations,
  nominationKeptMs,
  nominationsCountMs,
} from '../../src/features/nominations/rules.ts';

const day = 86_400_000;

test('the numbers are those that are said in words', () => {
  expect({ mostNominations, manyNominations }).toEqual({ mostNominations: 10, manyNominations: 3 });
  expect([nominationsCountMs, nominationKeptMs]).toEqual([30 * day, 365 * day]);
});
