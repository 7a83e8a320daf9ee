import { expect, test } from '@jest/globals';
import { Remembered } from '../../adapters/shared/remembered.ts';

const minute = 60_000;

test('an answer is known for ten minutes', () => {
  let now = 0;
  const remembered = new Remembered<string>({ ms: 10 * minute, atMost: 2000, now: () => now });
  remembered.keep('first', 'one');
  now = 9 * minute;
  remembered.keep('second', 'two');
  expect(remembered.find('first')).toBe('one');
  now = 10 * minute;
  expect(remembered.find('first')).toBeUndefined();
  expect(remembered.find('second')).toBe('two');
});

test('however much comes in, the latest answers are known, and memory ends', () => {
  const remembered = new Remembered<number>({ ms: 10 * minute, atMost: 2000, now: () => 0 });
  for (let index = 0; index < 5000; index += 1) remembered.keep(`${index}`, index);
  const known = Array.from({ length: 5000 }, (_, index) => remembered.find(`${index}`)).filter(
    (answer) => answer !== undefined,
  );
  expect(known).toHaveLength(2000);
  expect(known.at(-1)).toBe(4999);
});

test('what is kept again is new again, and outlives what came after it', () => {
  const remembered = new Remembered<number>({ ms: 10 * minute, atMost: 2, now: () => 0 });
  for (const [index, name] of ['first', 'second', 'first', 'third'].entries()) remembered.keep(name, index);
  expect(['first', 'second', 'third'].map((name) => remembered.find(name))).toEqual([2, undefined, 3]);
});

test('what was kept before the clock was set back is not remembered until that time comes again', () => {
  let now = 60 * minute;
  const remembered = new Remembered<string>({ ms: 10 * minute, atMost: 2000, now: () => now });
  remembered.keep('first', 'one');
  now = 0;
  expect(remembered.find('first')).toBeUndefined();
  remembered.keep('second', 'two');
  expect(remembered.find('second')).toBe('two');
});
