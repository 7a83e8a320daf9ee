import { expect, test } from '@jest/globals';
import { isForwarded } from '../../src/chat/forwarded.ts';

test.each(['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-proto'])(
  'a request with the header %s came through a proxy',
  (name) => {
    expect(isForwarded({ host: 'localhost', [name]: '' })).toBe(true);
  },
);

test('a request with none of them did not', () => {
  expect(isForwarded({})).toBe(false);
  expect(isForwarded({ host: 'localhost', 'x-slack-signature': 'v0=', 'not-x-forwarded-': '1' })).toBe(false);
});
