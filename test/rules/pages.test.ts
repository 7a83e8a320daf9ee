import { describe, expect, test } from '@jest/globals';
import { pageOf, turnTo } from '../../src/features/pages/rules.ts';

describe('a long list', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => index + 1);

  test.each([
    [0, undefined, 1, 1, []],
    [10, undefined, 1, 1, list(10)],
    [11, undefined, 1, 2, list(10)],
    [11, '2', 2, 2, [11]],
    [25, '3', 3, 3, [21, 22, 23, 24, 25]],
    [25, '2', 2, 3, list(20).slice(10)],
    [25, '9', 3, 3, [21, 22, 23, 24, 25]],
    [25, '0', 1, 3, list(10)],
    [25, '-4', 1, 3, list(10)],
    [25, 'two', 1, 3, list(10)],
    [25, '2.9', 2, 3, list(20).slice(10)],
  ] as const)('of %i, asked for page %s, is page %i of %i', (length, wanted, number, count, entries) => {
    expect(pageOf(list(length), wanted)).toEqual({ number, count, entries });
  });

  test('that has been cut already keeps its pages', () => {
    expect(turnTo([[1], [2, 3]], '2')).toEqual({ number: 2, count: 2, entries: [2, 3] });
  });
});
