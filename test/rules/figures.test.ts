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
    ...members,
  };
  return { ...all, pending: 0, eligible: Object.values(all).reduce((sum, one) => sum + one, 0) };
}

const anyAccount = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 400 })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((members) =>
    account(Object.fromEntries(outcomes.map((outcome, index) => [outcome, members[index] ?? 0]))),
  );
const anySmallest = fc.integer({ min: 5, max: 30 });

describe('the sums of a Monday point at nobody', () => {
  test('everyone is in one of six groups', () => {
    expect(outcomes).toEqual(['sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed']);
  });

  test('with fewer people than the smallest group nothing is said; with exactly as many, their number', () => {
    expect(withhold(account({ sent: 10 }), 11)).toBeNull();
    expect(withhold(account({ sent: 11 }), 11)).toEqual({
      type: 'nearly-all',
      eligible: 11,
      outcome: 'sent',
    });
  });

  test('where all but a few are in one group, only that is said, whether anyone is in another or not', () => {
    const said = { type: 'nearly-all', eligible: 90, outcome: 'sent' };
    expect(withhold(account({ sent: 90 }), 11)).toEqual(said);
    expect(withhold(account({ sent: 80, paused: 10 }), 11)).toEqual(said);
    expect(withhold(account({ sent: 79, paused: 11 }), 11)).not.toMatchObject({ type: 'nearly-all' });
  });

  test('groups that are large enough are shown one by one, in the order in which they are always shown', () => {
    const week = account({ missed: 90, paused: 11, unpaired: 20, sent: 40 });
    expect(withhold(week, 11)).toMatchObject({
      shown: [
        { outcome: 'sent', members: 40 },
        { outcome: 'unpaired', members: 20 },
        { outcome: 'missed', members: 90 },
      ],
      together: 11,
    });
  });

  test('a small group is in a sum with the next larger one, since the total would give it away otherwise', () => {
    expect(withhold(account({ sent: 80, paused: 30, failed: 1 }), 11)).toEqual({
      type: 'groups',
      eligible: 111,
      shown: [{ outcome: 'sent', members: 80 }],
      together: 31,
    });
  });

  test('two small groups that are one short of enough take a third with them', () => {
    expect(withhold(account({ sent: 80, missed: 12, paused: 5, unpaired: 5 }), 11)).toEqual({
      type: 'groups',
      eligible: 102,
      shown: [{ outcome: 'sent', members: 80 }],
      together: 22,
    });
  });

  test('whatever the week was like, no group below the smallest is shown, nor can be computed from what is', () => {
    fc.assert(
      fc.property(anyAccount, anySmallest, (week, smallest) => {
        const said = withhold(week, smallest);
        if (said === null) return expect(week.eligible).toBeLessThan(smallest);
        if (said.type === 'nearly-all') {
          expect(week.eligible - week[said.outcome]).toBeLessThan(smallest);
          return;
        }
        const { eligible, shown, together } = said;
        for (const { outcome, members } of shown) {
          expect(members).toBeGreaterThanOrEqual(smallest);
          expect(members).toBe(week[outcome]);
        }
        expect(eligible - shown.reduce((sum, { members }) => sum + members, 0)).toBe(together);
        expect(together).toBeGreaterThanOrEqual(smallest);
        // One alone would be the group itself.
        expect(outcomes.length - shown.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
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
