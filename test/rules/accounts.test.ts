import { expect, test } from '@jest/globals';
import { linkCodeLastsMs, type Party, refuseLink } from '../../src/features/accounts/rules.ts';
import { aMember } from './a-member.ts';

const onTeams = { platform: 'teams', workspace: 'tenant', id: 'ana-in-teams' } as const;

function party(name: string, party: Partial<Party> = {}): Party {
  return { member: aMember(name), isInUse: false, isLinked: false, ...party };
}

test('there is a quarter of an hour to walk from the phone to the computer', () => {
  expect(linkCodeLastsMs).toBe(15 * 60_000);
});

test('an account on the other platform becomes the second one, whether or not it had been used without a buddy', () => {
  expect(refuseLink(party('Ana'), onTeams, null)).toBeNull();
  expect(refuseLink(party('Ana', { isInUse: true, isLinked: true }), onTeams, party('Tea'))).toBeNull();
});

test('a code entered where it was made is said to be their own, and one entered again says that it is linked', () => {
  const ana = party('Ana');
  expect(refuseLink(ana, ana.member.person, ana)).toBe('own-code');
  expect(refuseLink(ana, onTeams, ana)).toBe('already-linked');
});

test('two accounts on one platform are two people', () => {
  expect(refuseLink(party('Ana'), party('Ben').member.person, party('Ben', { isLinked: true }))).toBe(
    'same-platform',
  );
  expect(refuseLink(party('Ana'), party('Ben').member.person, null)).toBe('same-platform');
});

test('an account that belongs to another pair of accounts stays there', () => {
  expect(refuseLink(party('Ana'), onTeams, party('Tea', { isLinked: true, isInUse: true }))).toBe(
    'linked-elsewhere',
  );
});

test('nobody loses a buddy by linking: who has one makes the code, and two who both have one cannot', () => {
  const tea = party('Tea', { isInUse: true });
  expect(refuseLink(party('Ana'), onTeams, tea)).toBe('make-it-here');
  expect(refuseLink(party('Ana', { isInUse: true }), onTeams, tea)).toBe('both-in-use');
});
