import { expect, test } from '@jest/globals';
import type { Held } from '../../src/features/privacy/held.ts';
import { answersInvitation, isNothing, readNudgeKey } from '../../src/features/privacy/rules.ts';
import { aMember } from './a-member.ts';

const nothing: Held = {
  person: { platform: 'slack', workspace: 'T01', id: 'UANA' },
  member: null,
  linked: null,
  contact: null,
  address: null,
  namedIn: 0,
  ...{ buddies: [], invitationsSent: [], invitationsReceived: [], codes: [], linkCodes: [] },
  ...{ checkins: [], reaches: [], mondaysWithout: [], messages: [], wrongCodes: [] },
};

test('who never met Buddy is told that nothing is held', () => {
  expect(isNothing(nothing)).toBe(true);
});

test.each<[string, Partial<Held>]>([
  ['a membership', { member: { ...aMember('Ana'), profileCheckedAt: 0 } }],
  [
    'a contact',
    { contact: { name: null, timeZone: null, welcomedAt: null, unreachableSince: null, createdAt: 0 } },
  ],
  ['an address', { address: 'D01' }],
  ['a name in one message to somebody else', { namedIn: 1 }],
  ['one wrong code', { wrongCodes: [0] }],
  ['one buddy of long ago', { buddies: [{ name: 'Ben', since: 0, until: 1 }] }],
  ['one check-in', { checkins: [{ buddy: 'Ben', byMe: true, at: 0, week: '2026-W48' }] }],
])('%s is something', (_what, held) => {
  expect(isNothing({ ...nothing, ...held })).toBe(false);
});

test('a weekly message is known by its key: whose it is, and of which week', () => {
  expect(readNudgeKey('nudge:ana:2026-W48')).toEqual({ memberId: 'ana', week: '2026-W48' });
});

test.each(['', 'nudge', 'nudge:ana', 'nudge:ana:soon', 'reminder:ana:2026-W48'])(
  '%j is no such key',
  (key) => {
    expect(readNudgeKey(key)).toBeNull();
  },
);

test.each([
  ['declined:1', true],
  ['expired:1', true],
  ['full:1', true],
  ['invited:1', false],
  ['declined', false],
  ['nudge:full:1', false],
])('whether %s tells an inviter what became of their invitation: %s', (key, does) => {
  expect(answersInvitation(key)).toBe(does);
});
