import { expect, test } from '@jest/globals';
import { reachesOf, reachesTo, readReachKey } from '../../src/features/pairing/rules.ts';

test('when a pair ends, what either asked the other is found by its key, and nothing of other pairs', () => {
  const key = `${reachesTo('p1', 'ben')}id`;
  expect(key).toBe('reach:p1:ben:id');
  expect([reachesOf('p1'), reachesOf('p')].map((pair) => key.startsWith(pair))).toEqual([true, false]);
});

test('from its key it is known who asked whom', () => {
  expect(readReachKey('reach:p1:ben:id')).toEqual({ pairId: 'p1', recipientId: 'ben', id: 'id' });
});

test.each(['', 'reach', 'reach:p1:ben', 'reach:p1:ben:', 'nudge:p1:ben:id'])('%j is no such key', (key) => {
  expect(readReachKey(key)).toBeNull();
});
