import { expect, test } from '@jest/globals';
import { type Held, isNothing } from '../../src/features/privacy/held.ts';
import type { HeldPart } from '../../src/people/held-room.ts';

function held(...values: readonly unknown[]): Held {
  const person = { platform: 'slack', workspace: 'T01', id: 'UANA' } as const;
  const parts = values.map((value): HeldPart => ({ section: 'accounts', name: 'any', value, lines: [] }));
  return { person, name: null, parts };
}

test('who never met Buddy is told that nothing is held', () => {
  expect(isNothing(held(null, 0, []))).toBe(true);
  expect(isNothing(held())).toBe(true);
});

test.each<[string, unknown]>([
  ['a membership', { joinedAt: '2026-11-02T08:00:00Z' }],
  ['a contact that nothing is known about', { name: null, timeZone: null }],
  ['an address', 'D01'],
  ['a name in one message to someone else', 1],
  ['one wrong code', ['2026-11-02T08:00:00Z']],
  ['one buddy of long ago', [{ name: 'Ben', until: '2026-11-02T08:00:00Z' }]],
])('%s is something', (_what, value) => {
  expect(isNothing(held(null, value, []))).toBe(false);
});
