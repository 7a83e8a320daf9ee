import { expect, test } from '@jest/globals';
import { showWeek, type Week } from '../../src/features/figures/week.ts';

const limits = { smallest: 5, without: 'rounding' } as const;

function week(outcomes: Partial<Week['outcomes']>, sentOnSlack: number, onSlack: number): Week {
  const none = { sent: 0, paused: 0, unpaired: 0, unreachable: 0, failed: 0, missed: 0 };
  const platforms = [{ name: 'slack', count: sentOnSlack, total: onSlack }] as const;
  return {
    outcomes: { ...none, ...outcomes },
    platforms,
    pairs: { due: 0, checkedIn: 0, mostOfOne: 1 },
  };
}

test('a platform is shown where those who were sent their questions are', () => {
  const shown = showWeek(week({ sent: 20, paused: 8, unpaired: 3 }, 20, 31), limits);
  expect(shown.platforms).toEqual([{ name: 'slack', count: 20, total: 31 }]);
});

test('where they aren’t shown, no platform tells of them: all other groups would be empty', () => {
  const shown = showWeek(week({ sent: 13, paused: 13 }, 13, 26), limits);
  expect(shown.outcomes).toMatchObject({ type: 'groups', shown: [{ name: 'paused', count: 13 }] });
  expect(shown.platforms).toEqual([]);
});

test('how many pairs checked in takes as many times eleven on either side as one person has pairs', () => {
  const pairs = (mostOfOne: number) =>
    showWeek({ ...week({ sent: 60 }, 60, 60), pairs: { due: 40, checkedIn: 12, mostOfOne } }, limits)
      .checkins;
  expect(pairs(1)).toMatchObject({ type: 'groups' });
  expect(pairs(2)).toMatchObject({ type: 'groups' });
  expect(pairs(3)).toEqual({ type: 'nearly-all', total: 40, name: 'not' });
});
