import { expect, test } from '@jest/globals';
import { Recent } from '../../adapters/teams/recent.ts';

const minute = 60_000;

test('an answer is known for ten minutes', () => {
  let now = 0;
  const recent = new Recent<string>(() => now);
  recent.keep('first', 'one');
  now = 9 * minute;
  recent.keep('second', 'two');
  expect(recent.find('first')).toBe('one');
  now = 10 * minute;
  expect(recent.find('first')).toBeUndefined();
  expect(recent.find('second')).toBe('two');
});

test('however much comes in, the latest answers are known, and memory ends', () => {
  const recent = new Recent<number>(() => 0);
  for (let index = 0; index < 5000; index += 1) recent.keep(`${index}`, index);
  const known = Array.from({ length: 5000 }, (_, index) => recent.find(`${index}`)).filter(
    (answer) => answer !== undefined,
  );
  expect(known).toHaveLength(2000);
  expect(known.at(-1)).toBe(4999);
});
