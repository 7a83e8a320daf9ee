import { describe, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek, weekOrdinal } from '../../src/calendar/iso-week.ts';
import { nextWeekFor } from '../../src/calendar/monday.ts';
import { deeperNeeded } from '../../src/content/deeper.ts';
import { deeperFor } from '../../src/features/questions/deeper.ts';
import { content } from '../support/turn.ts';

const tenYears = Array.from({ length: 522 }, (_, count) => addWeeks('2026-W49', count));
const questionOf = (week: IsoWeek): string | null => {
  const deeper = deeperFor(content.deeper, week);
  return deeper?.type === 'question' ? deeper.words.en : null;
};

describe('over ten years of Mondays', () => {
  test('one in four has something for half an hour, three and five weeks apart', () => {
    const weeks = tenYears.filter((week) => deeperFor(content.deeper, week) !== null).map(weekOrdinal);
    expect(Math.abs(weeks.length - tenYears.length / 4)).toBeLessThanOrEqual(1);
    const gaps = new Set(weeks.slice(1).map((ordinal, place) => ordinal - (weeks[place] ?? 0)));
    expect([...gaps].toSorted()).toEqual([3, 5]);
  });

  test('about once a quarter it is a meal or a walk', () => {
    const longs = tenYears
      .filter((week) => deeperFor(content.deeper, week)?.type === 'long')
      .map(weekOrdinal);
    const gaps = longs.slice(1).map((ordinal, place) => ordinal - (longs[place] ?? 0));
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([11, 13]);
  });

  test('no question comes again within two years, and each of them is asked', () => {
    const asked = tenYears.map(questionOf);
    for (const [place, question] of asked.entries())
      if (question !== null) expect(asked.slice(place + 1, place + 104)).not.toContain(question);
    expect(new Set(asked.filter((one) => one !== null)).size).toBe(content.deeper.length);
  });

  test.each(['2026-W49', '2026-W50'] as const)(
    'who is asked every other Monday, from %s, gets their share',
    (from) => {
      let week: IsoWeek = from;
      let met = 0;
      for (let count = 0; count < 104; count += 1, week = nextWeekFor('fortnightly', week))
        if (deeperFor(content.deeper, week) !== null) met += 1;
      expect(met).toBe(26);
    },
  );
});

test('with as few as are allowed, none comes again within two years either', () => {
  const few = content.deeper.slice(0, deeperNeeded);
  const asked = tenYears
    .map((week) => deeperFor(few, week))
    .map((one) => (one?.type === 'question' ? one.words.en : null));
  for (const [place, question] of asked.entries())
    if (question !== null) expect(asked.slice(place + 1, place + 104)).not.toContain(question);
});
