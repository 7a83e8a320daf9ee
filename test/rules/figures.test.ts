import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Outcome, outcomes, withhold, withholdPairs } from '../../src/features/figures/rules.ts';
import type { Account } from '../../src/features/nudges/store.ts';

/** A week's account in which these many had each outcome. */
function account(members: Partial<Record<Outcome, number>>): Account {
  const all = {
    sent: 0,
    paused: 0,
    unpaired: 0,
    unreachable: 0,
    failed: 0,
    missed: 0,
    pending: 0,
    ...members,
  };
  return { ...all, eligible: Object.values(all).reduce((sum, one) => sum + one, 0) };
}

const anyAccount = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 400 })), {
    minLength: 7,
    maxLength: 7,
  })
  .map((members) =>
    account(Object.fromEntries(outcomes.map((outcome, index) => [outcome, members[index] ?? 0]))),
  );
const anySmallest = fc.integer({ min: 5, max: 30 });

describe('the sums of a Monday point at nobody', () => {
  test('everybody is in one of seven groups', () => {
    expect(outcomes).toEqual(['sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed', 'pending']);
  });

  test('with fewer people than the smallest group nothing is said; with exactly as many, their number', () => {
    expect(withhold(account({ sent: 10 }), 11)).toBeNull();
    expect(withhold(account({ sent: 11 }), 11)).toEqual({
      eligible: 11,
      shown: [{ outcome: 'sent', members: 11 }],
      together: null,
    });
  });

  test('groups that are large enough are shown one by one, in the order in which they are always shown', () => {
    const { shown, together } = withhold(account({ pending: 90, paused: 11, sent: 40 }), 11) ?? {};
    expect(shown).toEqual([
      { outcome: 'sent', members: 40 },
      { outcome: 'paused', members: 11 },
      { outcome: 'pending', members: 90 },
    ]);
    expect(together).toBeNull();
  });

  test('a small group is in a sum with the next larger one, since the total would give it away otherwise', () => {
    expect(withhold(account({ sent: 80, paused: 30, failed: 1 }), 11)).toEqual({
      eligible: 111,
      shown: [{ outcome: 'sent', members: 80 }],
      together: { outcomes: ['paused', 'failed'], members: 31 },
    });
  });

  test('two small groups that are enough together leave the larger ones as they are', () => {
    expect(withhold(account({ sent: 80, paused: 6, unpaired: 5 }), 11)).toEqual({
      eligible: 91,
      shown: [{ outcome: 'sent', members: 80 }],
      together: { outcomes: ['paused', 'unpaired'], members: 11 },
    });
  });

  test('two small groups that are one short of enough take a third with them', () => {
    expect(withhold(account({ sent: 80, missed: 12, paused: 5, unpaired: 5 }), 11)).toEqual({
      eligible: 102,
      shown: [{ outcome: 'sent', members: 80 }],
      together: { outcomes: ['paused', 'unpaired', 'missed'], members: 22 },
    });
  });

  test('whatever the week was like, no group below the smallest is shown, nor can be computed from what is', () => {
    fc.assert(
      fc.property(anyAccount, anySmallest, (week, smallest) => {
        const said = withhold(week, smallest);
        if (said === null) return expect(week.eligible).toBeLessThan(smallest);
        const { eligible, shown, together } = said;
        for (const { outcome, members } of shown) {
          expect(members).toBeGreaterThanOrEqual(smallest);
          expect(members).toBe(week[outcome]);
        }
        const rest = eligible - shown.reduce((sum, { members }) => sum + members, 0);
        expect(rest).toBe(together?.members ?? 0);
        if (together === null) return;
        const groups = outcomes.filter((outcome) => week[outcome] > 0).length;
        expect(rest).toBeGreaterThanOrEqual(smallest);
        // One alone would be the group itself; only where there is no other is that the total anyway.
        expect(together.outcomes.length).toBeGreaterThanOrEqual(Math.min(2, groups));
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is left out of the account, and nothing is withheld that need not be', () => {
    fc.assert(
      fc.property(anyAccount, anySmallest, (week, smallest) => {
        const said = withhold(week, smallest);
        if (said === null) return;
        const named = [...said.shown.map(({ outcome }) => outcome), ...(said.together?.outcomes ?? [])];
        expect(named.toSorted()).toEqual(outcomes.filter((outcome) => week[outcome] > 0).toSorted());
        const isAnySmall = outcomes.some((outcome) => week[outcome] > 0 && week[outcome] < smallest);
        expect(said.together !== null).toBe(isAnySmall);
      }),
    );
  });
});

describe('how many pairs checked in', () => {
  test('is said from the smallest group on, and not for one fewer', () => {
    expect(withholdPairs({ pairs: 6, people: 11 }, 100, 11)).toBe(6);
    expect(withholdPairs({ pairs: 6, people: 10 }, 100, 11)).toBeNull();
  });

  test('is not said where those who are left would be too few', () => {
    expect(withholdPairs({ pairs: 45, people: 89 }, 100, 11)).toBe(45);
    expect(withholdPairs({ pairs: 45, people: 90 }, 100, 11)).toBeNull();
    expect(withholdPairs({ pairs: 50, people: 100 }, 100, 11)).toBeNull();
  });
});
