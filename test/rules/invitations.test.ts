import { expect, test } from '@jest/globals';
import type { Profile } from '../../src/chat/person.ts';
import {
  askedWithinMs,
  bothPeople,
  invitationLastsMs,
  isUnwelcomeGuest,
  mostAsks,
  mostAsksInADay,
  mostAsksOfOnePerson,
  mostWaiting,
  refusePerson,
} from '../../src/features/invitations/rules.ts';

const day = 24 * 60 * 60_000;
const colleague: Profile = { name: 'Ben', timeZone: null, language: null, active: true, kind: 'person' };
const guest: Profile = { ...colleague, kind: 'guest' };

function isUnwelcome(newcomer: Profile | null, guestsWelcome: boolean): boolean {
  return isUnwelcomeGuest({ actor: { newcomer }, hospital: { guestsWelcome } });
}

test('an invitation waits 14 days; the same person is asked three times in thirty, and ten people at a time', () => {
  expect([invitationLastsMs, mostAsksOfOnePerson, askedWithinMs, mostWaiting]).toEqual([
    14 * day,
    3,
    30 * day,
    10,
  ]);
});

test('a colleague can be invited', () => {
  expect(refusePerson(colleague, false)).toBeNull();
});

test('someone unknown, a bot and a closed account cannot, and each is said to be that', () => {
  expect(refusePerson(null, true)).toBe('unknown');
  expect(refusePerson({ ...colleague, kind: 'bot', active: false }, true)).toBe('bot');
  expect(refusePerson({ ...guest, active: false }, false)).toBe('deactivated');
});

test('a guest can be invited only where the hospital lets guests in', () => {
  expect(refusePerson(guest, true)).toBeNull();
  expect(refusePerson(guest, false)).toBe('guest');
});

test('a guest can invite only where the hospital lets guests in; who is a member already is not asked again', () => {
  expect([isUnwelcome(guest, false), isUnwelcome(guest, true)]).toEqual([true, false]);
  expect([isUnwelcome(colleague, false), isUnwelcome(null, false)]).toEqual([false, false]);
});

test('two people are the same two whichever of them asks', () => {
  const ana = { platform: 'slack', workspace: 'T01', id: 'UANA' } as const;
  const tea = { platform: 'teams', workspace: 'tenant', id: 'tea' } as const;
  expect(bothPeople(tea, ana)).toBe('slack/T01/UANA teams/tenant/tea');
  expect(bothPeople(ana, tea)).toBe('slack/T01/UANA teams/tenant/tea');
});

test('one person asks ten times a day at most, and thirty times in thirty days', () => {
  expect([mostAsksInADay, mostAsks]).toEqual([10, 30]);
});
