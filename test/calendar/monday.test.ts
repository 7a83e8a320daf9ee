import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWeeks, type IsoWeek, mondayOf, weekOf, weekOrdinal } from '../../src/calendar/iso-week.ts';
import { clockTime, localMinute } from '../../src/calendar/local-time.ts';
import {
  type Cadence,
  firstWeekAfter,
  nextWeekFor,
  nudgeInstant,
  usefulUntil,
} from '../../src/calendar/monday.ts';
import { aheadAt, allChanges, type Change, DAY, instantsShowing, MINUTE, wallAt, ZONES } from './clocks.ts';

const NINE = 540;
const anyMinute = fc.integer({ min: 0, max: 1439 });
const anyZone = fc.constantFrom(...ZONES);
const anyWeek = fc
  .integer({ min: weekOrdinal('2026-W01'), max: weekOrdinal('2036-W52') })
  .map((ordinal) => addWeeks('1970-W02', ordinal));

function utc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

/** The promises that one person's Monday breaks; empty when all is well. The witness is Intl, not our own reading. */
function brokenPromises(week: IsoWeek, minute: number, zone: string): string[] {
  const instant = nudgeInstant(week, minute, zone);
  const end = usefulUntil(week, zone);
  const { year, month, day } = mondayOf(week);
  const wanted = Date.UTC(year, month - 1, day) + minute * MINUTE;
  const wall = wallAt(instant, zone);
  const first = instantsShowing(wanted, zone)[0];
  const skipped = aheadAt(wanted + DAY, zone) - aheadAt(wanted - DAY, zone);
  const promises: [string, boolean][] = [
    ['lies on a Monday', wall.weekday === 'Mon'],
    ['lies on the Monday of its week', Math.floor(wall.time / DAY) === Math.floor(wanted / DAY)],
    ['lies in its week', weekOf(instant, zone) === week],
    ['is the first that shows the chosen time', first === undefined || instant === first],
    ['moves by the gap', first !== undefined || (skipped > 0 && wall.time === wanted + skipped)],
    ['comes before the next', instant < nudgeInstant(addWeeks(week, 1), minute, zone)],
    ['is the only one: just before, it is still to come', firstWeekAfter(instant - 1, minute, zone) === week],
    ['is the only one: then, the next is', firstWeekAfter(instant, minute, zone) === addWeeks(week, 1)],
    ['is of use at first', instant < end],
    ['is of use within its week', weekOf(end - 1, zone) === week],
    ['is of use to the end of Thursday', wallAt(end - 1, zone).weekday === 'Thu'],
    ['is of no use from Friday', wallAt(end, zone).weekday === 'Fri'],
  ];
  return promises
    .filter(([, kept]) => !kept)
    .map(([promise]) => `${zone} ${week} ${clockTime(minute)} not kept: ${promise}`);
}

describe('a clinician gets the nudge on Monday at nine, on their own clock', () => {
  test.each([
    ['Pacific/Kiritimati', '2026-11-22T19:00'],
    ['Pacific/Apia', '2026-11-22T20:00'],
    ['Pacific/Chatham', '2026-11-22T19:15'],
    ['Australia/Lord_Howe', '2026-11-22T22:00'],
    ['Asia/Beirut', '2026-11-23T07:00'],
    ['Africa/Cairo', '2026-11-23T07:00'],
    ['Europe/Paris', '2026-11-23T08:00'],
    ['America/Asuncion', '2026-11-23T12:00'],
    ['America/Havana', '2026-11-23T14:00'],
    ['Pacific/Pago_Pago', '2026-11-23T20:00'],
  ] as const)('%s: %s in UTC', (zone, expected) => {
    expect(utc(nudgeInstant('2026-W48', NINE, zone))).toBe(expected);
  });

  test('the Monday after the clocks changed, it still comes at nine', () => {
    expect(utc(nudgeInstant('2026-W13', NINE, 'Europe/Paris'))).toBe('2026-03-23T08:00');
    expect(utc(nudgeInstant('2026-W14', NINE, 'Europe/Paris'))).toBe('2026-03-30T07:00');
    expect(utc(nudgeInstant('2026-W43', NINE, 'Europe/Paris'))).toBe('2026-10-19T07:00');
    expect(utc(nudgeInstant('2026-W44', NINE, 'Europe/Paris'))).toBe('2026-10-26T08:00');
  });

  test('asked again, also after thousands of other people, the answer is the same', () => {
    const before = nudgeInstant('2026-W48', NINE, 'Europe/Paris');
    for (let minute = 0; minute < 1440; minute++) {
      for (const week of ['2026-W46', '2026-W47', '2026-W48', '2026-W49'] as const) {
        nudgeInstant(week, minute, 'Asia/Tokyo');
      }
    }
    expect(nudgeInstant('2026-W48', NINE, 'Europe/Paris')).toBe(before);
  });

  test('what is no week, no time or no zone is refused loudly, every time', () => {
    for (let times = 0; times < 2; times++) {
      expect(() => nudgeInstant('2025-W53', NINE, 'UTC')).toThrow(RangeError);
      expect(() => nudgeInstant('2026-W48', 1440, 'UTC')).toThrow(RangeError);
      expect(() => nudgeInstant('2026-W48', NINE, 'Mars/Olympus')).toThrow(RangeError);
      expect(() => usefulUntil('2026-W48', 'Mars/Olympus')).toThrow(RangeError);
      expect(() => firstWeekAfter(Number.NaN, NINE, 'UTC')).toThrow(RangeError);
    }
  });
});

describe('where the clocks change on a Monday', () => {
  test('in Istanbul on 31 March 2014, 03:30 was skipped: the nudge comes at 04:30', () => {
    const instant = nudgeInstant('2014-W14', 210, 'Europe/Istanbul');
    expect(utc(instant)).toBe('2014-03-31T01:30');
    expect(clockTime(localMinute(instant, 'Europe/Istanbul'))).toBe('04:30');
  });

  test('in Tehran on 22 March 2010, the Monday began at 01:00: a nudge at midnight comes then', () => {
    const instant = nudgeInstant('2010-W12', 0, 'Asia/Tehran');
    expect(utc(instant)).toBe('2010-03-21T20:30');
    expect(clockTime(localMinute(instant, 'Asia/Tehran'))).toBe('01:00');
  });

  test('in Tehran on 21 September 2015, 23:30 came twice: one nudge, at the first', () => {
    const instant = nudgeInstant('2015-W39', 1410, 'Asia/Tehran');
    expect(utc(instant)).toBe('2015-09-21T19:00');
    expect(firstWeekAfter(instant, 1410, 'Asia/Tehran')).toBe('2015-W40');
    expect(firstWeekAfter(instant + 60 * MINUTE, 1410, 'Asia/Tehran')).toBe('2015-W40');
  });

  test.each([
    ['Europe/Istanbul', '2014-W14'],
    ['Asia/Tehran', '2010-W12'],
    ['Asia/Tehran', '2014-W39'],
    ['Asia/Tehran', '2015-W39'],
    ['Africa/Cairo', '1978-W18'],
    ['Africa/Cairo', '1990-W40'],
    ['Africa/Casablanca', '2008-W36'],
    ['Africa/Casablanca', '2012-W34'],
    ['Africa/Sao_Tome', '2018-W01'],
    ['Africa/Juba', '2021-W05'],
    ['America/Araguaina', '1997-W41'],
    ['America/Argentina/San_Luis', '1990-W42'],
    ['America/Argentina/San_Luis', '2004-W23'],
  ] as const)('in %s in %s, every minute of the day is kept as promised', (zone, week) => {
    const { year, month, day } = mondayOf(week);
    const midnight = Date.UTC(year, month - 1, day);
    expect(aheadAt(midnight - DAY, zone)).not.toBe(aheadAt(midnight + 2 * DAY, zone));
    const broken: string[] = [];
    for (let minute = 0; minute < 1440; minute++) broken.push(...brokenPromises(week, minute, zone));
    expect(broken).toEqual([]);
  });
});

describe('a late nudge is sent until Thursday evening ends', () => {
  test('in Paris that is midnight, whatever the season', () => {
    expect(utc(usefulUntil('2026-W48', 'Europe/Paris'))).toBe('2026-11-26T23:00');
    expect(utc(usefulUntil('2026-W23', 'Europe/Paris'))).toBe('2026-06-04T22:00');
  });

  test('in Cairo in spring, Friday begins at 01:00, right after Thursday 23:59', () => {
    const end = usefulUntil('2026-W17', 'Africa/Cairo');
    expect(utc(end)).toBe('2026-04-23T22:00');
    expect(clockTime(localMinute(end, 'Africa/Cairo'))).toBe('01:00');
    expect(clockTime(localMinute(end - 1, 'Africa/Cairo'))).toBe('23:59');
  });

  test('in Cairo in autumn, the last hour of Thursday comes twice and the nudge is of use in both', () => {
    expect(utc(usefulUntil('2026-W44', 'Africa/Cairo'))).toBe('2026-10-29T22:00');
  });

  test('in Apia in the week that had no Friday, it is the end of Thursday', () => {
    const end = usefulUntil('2011-W52', 'Pacific/Apia');
    expect(utc(end)).toBe('2011-12-30T10:00');
    expect(wallAt(end - 1, 'Pacific/Apia').weekday).toBe('Thu');
    expect(wallAt(end, 'Pacific/Apia').weekday).toBe('Sat');
  });
});

describe('a pair chooses how often', () => {
  test('every week, across a year of 53 weeks', () => {
    expect(nextWeekFor('weekly', '2026-W52')).toBe('2026-W53');
    expect(nextWeekFor('weekly', '2026-W53')).toBe('2027-W01');
  });

  test('every other week keeps its distance across New Year', () => {
    expect(nextWeekFor('fortnightly', '2026-W52')).toBe('2027-W01');
    expect(nextWeekFor('fortnightly', '2025-W51')).toBe('2026-W01');
  });

  test('every month comes on its first Monday', () => {
    expect(nextWeekFor('monthly', '2026-W48')).toBe('2026-W50'); // 23 November -> 7 December
    expect(nextWeekFor('monthly', '2026-W50')).toBe('2027-W01'); // 4 January 2027
    expect(nextWeekFor('monthly', '2026-W05')).toBe('2026-W06'); // 26 January -> 2 February
  });

  test('every month, from any week, is the first Monday of a month and the first such later week', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const next = nextWeekFor('monthly', week);
        const { year, month } = mondayOf(next);
        const monday = [1, 2, 3, 4, 5, 6, 7].find(
          (day) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 1,
        );
        expect(mondayOf(next).day).toBe(monday);
        for (let between = addWeeks(week, 1); between < next; between = addWeeks(between, 1)) {
          expect(mondayOf(between).day).toBeGreaterThan(7);
        }
      }),
    );
  });

  test('a monthly pair hears from us in every month, once', () => {
    let week: IsoWeek = '2025-W52';
    const months: string[] = [];
    for (let count = 0; count < 132; count++) {
      week = nextWeekFor('monthly', week);
      months.push(`${mondayOf(week).year}-${mondayOf(week).month}`);
    }
    expect(months[0]).toBe('2026-1');
    expect(months[131]).toBe('2036-12');
    expect(new Set(months).size).toBe(132);
  });

  test('the next is always later', () => {
    const cadence = fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly');
    fc.assert(fc.property(cadence, anyWeek, (often, week) => nextWeekFor(often, week) > week));
  });
});

describe('a new pair hears from us on the next Monday to come', () => {
  test('made on Monday before nine: today; at nine or later: in a week', () => {
    const nine = nudgeInstant('2026-W48', NINE, 'Europe/Paris');
    expect(firstWeekAfter(nine - 1, NINE, 'Europe/Paris')).toBe('2026-W48');
    expect(firstWeekAfter(nine, NINE, 'Europe/Paris')).toBe('2026-W49');
    expect(firstWeekAfter(nine + 3 * DAY, NINE, 'Europe/Paris')).toBe('2026-W49');
  });

  test('a buddy in Kiritimati and one in Honolulu each by their own Monday', () => {
    const instant = Date.parse('2026-11-22T20:00Z'); // Monday 10:00 there, Sunday 10:00 here
    expect(firstWeekAfter(instant, NINE, 'Pacific/Kiritimati')).toBe('2026-W49');
    expect(firstWeekAfter(instant, NINE, 'Pacific/Honolulu')).toBe('2026-W48');
  });

  test('any time, any zone: the same week that a slow search from a month before finds', () => {
    const near = fc
      .tuple(anyWeek, fc.constantFrom(-DAY, -60 * MINUTE, -1, 0, 1, 60 * MINUTE, DAY))
      .map(([week, shift]) => ({ week, shift }));
    const far = fc
      .tuple(anyWeek, fc.integer({ min: -8 * DAY, max: 8 * DAY }))
      .map(([week, shift]) => ({ week, shift }));
    fc.assert(
      fc.property(fc.oneof(near, far), anyMinute, anyZone, ({ week, shift }, minute, zone) => {
        const instant = nudgeInstant(week, minute, zone) + shift;
        let slow = addWeeks(week, -4);
        while (nudgeInstant(slow, minute, zone) <= instant) slow = addWeeks(slow, 1);
        expect(firstWeekAfter(instant, minute, zone)).toBe(slow);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('every zone of the world, 2026 to 2036', () => {
  let changes: Change[] = [];
  beforeAll(() => {
    changes = allChanges();
  });

  test('before, in and after the week of every change of the clocks, any minute: every promise is kept', () => {
    const edges = ({ instant, before, after }: Change): number[] =>
      [instant + before, instant + (before + after) / 2, instant + after].map(
        (wall) => Math.floor(wall / MINUTE) % 1440,
      );
    const broken = (change: Change, minutes: number[]): string[] => {
      const week = weekOf(change.instant, change.zone);
      return [addWeeks(week, -1), week, addWeeks(week, 1)].flatMap((near) =>
        minutes.flatMap((minute) => brokenPromises(near, minute, change.zone)),
      );
    };
    expect(changes.flatMap((change) => broken(change, edges(change)))).toEqual([]);
    fc.assert(
      fc.property(anyMinute, (minute) => {
        expect(changes.flatMap((change) => broken(change, [minute]))).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });

  test('in every zone, any week and minute: every promise is kept', () => {
    fc.assert(
      fc.property(anyWeek, anyMinute, (week, minute) => {
        expect(ZONES.flatMap((zone) => brokenPromises(week, minute, zone))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('eleven years of Mondays, one nudge after the other: each week once, none left out', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, minute) => {
        let instant = nudgeInstant('2025-W52', minute, zone);
        for (let week: IsoWeek = '2026-W01'; week <= '2036-W52'; week = addWeeks(week, 1)) {
          const next = firstWeekAfter(instant, minute, zone);
          if (next !== week) throw new Error(`${zone} ${clockTime(minute)}: ${next} instead of ${week}`);
          instant = nudgeInstant(next, minute, zone);
        }
      }),
      { numRuns: 50 },
    );
  });
});
