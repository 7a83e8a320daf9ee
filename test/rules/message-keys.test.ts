import { expect, test } from '@jest/globals';
import { firstBatch, nudgeBatch, nudgeKey, weekOfBatch } from '../../src/features/nudges/messages.ts';
import { messageOf } from '../../src/features/room-messages.ts';

test('a nudge has one key for a member and a week, and is counted with those of its week', () => {
  expect(nudgeKey('ana', '2026-W49')).toBe('nudge:ana:2026-W49');
  expect(nudgeBatch('2026-W49')).toBe('nudge:2026-W49');
  expect(weekOfBatch('nudge:2026-W49')).toBe('2026-W49');
  expect([firstBatch <= nudgeBatch('1970-W01'), nudgeBatch('2999-W52') < 'nudge:~']).toEqual([true, true]);
});

// Rows of an earlier version wait under these keys: none may change.
test.each([
  ['nudge:ana:2026-W48', { member: 'ana', week: '2026-W48' }],
  ['reminder:ana:5', { member: 'ana', instant: '5' }],
  ['reach:p1:ben:id', { pair: 'p1', recipient: 'ben', id: 'id' }],
  ['not-reached:id', { id: 'id' }],
  ['away:p1:ana:5', { pair: 'p1', member: 'ana', instant: '5' }],
  ['paired:p1:ana', { pair: 'p1', member: 'ana' }],
  ['ended:p1', { pair: 'p1' }],
  ['invitation:1', { invitation: '1' }],
  ['declined:1', { invitation: '1' }],
  ['expired:1', { invitation: '1' }],
  ['full:1', { invitation: '1' }],
])('%s is known by its key', (key, about) => {
  expect(messageOf(key)?.kind.read(key)).toEqual(about);
});

test.each(['', 'nudge', 'invited:1', 'declined', ':1'])('%j is the key of no message', (key) => {
  expect(messageOf(key)).toBeUndefined();
});
