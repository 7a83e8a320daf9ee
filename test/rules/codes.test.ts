import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  codeLastsMs,
  looksLikeCode,
  mostCodes,
  mostWrongCodes,
  readCode,
  wrongCodesWithinMs,
} from '../../src/features/codes/rules.ts';

test('a code works for 14 days, five wait at a time, and after eight wrong ones in an hour a person waits', () => {
  expect([codeLastsMs, mostCodes]).toEqual([14 * 24 * 60 * 60_000, 5]);
  expect([mostWrongCodes, wrongCodesWithinMs]).toEqual([8, 60 * 60_000]);
});

test.each([
  '7K3M-Q9XD',
  '7k3m-q9xd',
  '7K3MQ9XD',
  ' 7k3m q9xd ',
  '7-K-3-M-Q-9-X-D',
  '7K3M\t-\nQ9XD',
  '7K3M_Q9XD',
  '“7K3M.Q9XD”',
  '７Ｋ３Ｍ–Ｑ９ＸＤ',
])('%j is read as 7K3M-Q9XD', (typed) => {
  expect(readCode(typed)).toBe('7K3M-Q9XD');
});

test.each([
  ['OIL0-oil1', '0110-0111'],
  ['ooOO-llLL', '0000-1111'],
])('letters that look like digits are taken for them: %s is %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(['', '7K3M-Q9X', '7K3M-Q9XDA', 'U7K3-MQ9X', '7K3MßQ9XD', 'x7K3M-Q9XD', '7K3M-Q9XÄ'])(
  '%j is no code',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);

test('every code that is made is read back, however it is spaced and cased', () => {
  const four = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  fc.assert(
    fc.property(four, four, fc.constantFrom('-', '', ' ', ' - '), (one, other, between) => {
      expect(readCode(`${one}${between}${other}`.toLowerCase())).toBe(`${one}-${other}`);
    }),
  );
});

test.each([
  '7K3M-Q9XD',
  '7k3m-q9xd',
  '7K3M Q9XD',
  'abcd-efgh',
  'abcd - efgh',
  'ABCD EFGH',
  'a1cd efgh',
  'abcd  - efgh',
])('%j after join is a code', (typed) => {
  expect(looksLikeCode(typed)).toBe(true);
});

test.each(['7k3mq9x', 'A1B2', 'ABCDEFGH', 'abcdefgh', 'kmnpqrst', 'Kmnpqrst', '1234-5678-9012-3', 'B-2B'])(
  '%j may be one that was mistyped',
  (typed) => {
    expect(looksLikeCode(typed)).toBe(true);
  },
);

test.each([
  'this team',
  'with them',
  'us',
  'a1c',
  'meeting',
  'together',
  'the study group 7',
  'abcdefghijklmnopq1',
  'so 7K3M-Q9XD',
  '7K3M-Q9XD now',
  'xabcdefgh',
  'abcdefghx',
  'Mr. Bean-1',
  'über-1234',
])('%j is the rest of a sentence', (typed) => {
  expect(looksLikeCode(typed)).toBe(false);
});
