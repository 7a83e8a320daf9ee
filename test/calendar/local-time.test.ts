import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CalendarDay,
  clockTime,
  dayText,
  instantAt,
  localDay,
  localMinute,
  parseClockTime,
  parseDay,
} from '../../src/calendar/local-time.ts';
import { aheadAt, allChanges, type Change, DAY, instantsShowing, MINUTE, wallAt, ZONES } from './clocks.ts';

const anyMinute = fc.integer({ min: 0, max: 1439 });

function dayOf(utc: number): CalendarDay {
  const date = new Date(utc);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function at(day: string, time: string, zone: string): string {
  const parsed = parseDay(day);
  const minute = parseClockTime(time);
  if (parsed === null || minute === null) throw new Error(`bad example: ${day} ${time}`);
  return new Date(instantAt(parsed, minute, zone)).toISOString().slice(0, 16);
}

describe('someone chooses a time on the clock', () => {
  test.each([
    ['Europe/Paris', '2026-11-23', '09:00', '2026-11-23T08:00'],
    ['Europe/Paris', '2026-06-01', '09:00', '2026-06-01T07:00'],
    ['America/New_York', '2026-11-23', '09:00', '2026-11-23T14:00'],
    ['Asia/Kolkata', '2026-11-23', '09:00', '2026-11-23T03:30'],
    ['Pacific/Kiritimati', '2026-11-23', '09:00', '2026-11-22T19:00'],
    ['Pacific/Pago_Pago', '2026-11-23', '09:00', '2026-11-23T20:00'],
    ['Pacific/Chatham', '2026-03-02', '09:00', '2026-03-01T19:15'],
    ['Pacific/Chatham', '2026-06-01', '09:00', '2026-05-31T20:15'],
    ['America/Asuncion', '2026-07-06', '09:00', '2026-07-06T12:00'],
  ])('in %s on %s at %s it is %s in UTC', (zone, day, time, utc) => {
    expect(at(day, time, zone)).toBe(utc);
  });
});

describe('a time that the clocks skip comes as much later as they skip', () => {
  test.each([
    ['Europe/Paris', '2026-03-29', '02:30', '03:30'],
    ['America/New_York', '2026-03-08', '02:00', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '02:45'],
    ['Pacific/Chatham', '2026-09-27', '02:50', '03:50'],
    ['Africa/Cairo', '2026-04-24', '00:00', '01:00'],
    ['America/Havana', '2026-03-08', '00:30', '01:30'],
    ['Asia/Beirut', '2026-03-29', '00:15', '01:15'],
    ['America/Asuncion', '2023-10-01', '00:30', '01:30'],
    ['America/Santiago', '2026-09-06', '00:30', '01:30'],
    ['Antarctica/Troll', '2026-03-29', '01:30', '03:30'],
  ])('in %s on %s, %s becomes %s of that day', (zone, day, wanted, shown) => {
    const instant = Date.parse(`${at(day, wanted, zone)}Z`);
    expect(dayText(localDay(instant, zone))).toBe(day);
    expect(clockTime(localMinute(instant, zone))).toBe(shown);
  });

  test('in Apia the whole of Friday 30 December 2011 was skipped: its 10:00 is Saturday 10:00', () => {
    const instant = Date.parse(`${at('2011-12-30', '10:00', 'Pacific/Apia')}Z`);
    expect(dayText(localDay(instant, 'Pacific/Apia'))).toBe('2011-12-31');
    expect(clockTime(localMinute(instant, 'Pacific/Apia'))).toBe('10:00');
  });
});

describe('a time that the clocks show twice is the first of the two', () => {
  test.each([
    ['Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45'],
    ['Pacific/Chatham', '2026-04-05', '03:00', '2026-04-04T13:15'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30'],
    ['America/Havana', '2026-11-01', '00:30', '2026-11-01T04:30'],
    ['Asia/Beirut', '2026-10-24', '23:30', '2026-10-24T20:30'],
    ['America/Asuncion', '2024-03-23', '23:30', '2024-03-24T02:30'],
  ])('in %s on %s, %s is %s in UTC', (zone, day, time, utc) => {
    expect(at(day, time, zone)).toBe(utc);
  });
});

describe('around every change of every zone, 2026 to 2036', () => {
  let changes: Change[] = [];
  beforeAll(() => {
    changes = allChanges();
  });

  test('there are changes to look at, such as every spring and autumn in Paris', () => {
    expect(changes.filter((change) => change.zone === 'Europe/Paris')).toHaveLength(22);
    expect(changes.length).toBeGreaterThan(1_000);
  });

  /** What is wrong with `instantAt` for the wall clock time `time` in `zone`; null when all is right. */
  function fault(time: number, zone: string): string | null {
    const start = Math.floor(time / DAY) * DAY;
    const instant = instantAt(dayOf(start), (time - start) / MINUTE, zone);
    const showing = instantsShowing(time, zone);
    const gap = aheadAt(time + DAY, zone) - aheadAt(time - DAY, zone);
    const right =
      showing[0] === undefined ? wallAt(instant, zone).time === time + gap : instant === showing[0];
    return right ? null : `${zone} ${new Date(time).toISOString()} -> ${new Date(instant).toISOString()}`;
  }

  test('the minutes at both edges and in the middle of the gap or fold', () => {
    const faults = changes.flatMap(({ zone, instant, before, after }) => {
      const edges = [instant + before, instant + after];
      const times = edges.flatMap((edge) => [edge - MINUTE, edge, edge + MINUTE]);
      times.push(Math.floor(instant + (before + after) / 2));
      return times.map((time) => fault(time, zone)).filter((text) => text !== null);
    });
    expect(faults).toEqual([]);
  });

  test('any minute of that day, the day before and the day after', () => {
    fc.assert(
      fc.property(anyMinute, (minute) => {
        const faults = changes.flatMap(({ zone, instant, after }) => {
          const midnight = Math.floor((instant + after) / DAY) * DAY;
          return [-DAY, 0, DAY]
            .map((days) => fault(midnight + days + minute * MINUTE, zone))
            .filter((text) => text !== null);
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

describe('the date and time on the wall', () => {
  test('are what Intl shows, in any zone since 1970', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2999, 0, 1) });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (now, zone) => {
        const wall = wallAt(now, zone).time;
        expect(dayText(localDay(now, zone))).toBe(new Date(wall).toISOString().slice(0, 10));
        expect(clockTime(localMinute(now, zone))).toBe(new Date(wall).toISOString().slice(11, 16));
      }),
      { numRuns: 1_000 },
    );
  });

  test('lead back to the same minute, unless it is the second of two', () => {
    const instant = fc
      .integer({ min: 0, max: Date.UTC(2999, 0, 1) / MINUTE })
      .map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (now, zone) => {
        const back = instantAt(localDay(now, zone), localMinute(now, zone), zone);
        const first = instantsShowing(Math.floor(wallAt(now, zone).time / MINUTE) * MINUTE, zone)[0];
        expect(back).toBe(first);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are right in Monrovia in 1970, 44 minutes and 30 seconds behind UTC', () => {
    expect(dayText(localDay(0, 'Africa/Monrovia'))).toBe('1969-12-31');
    expect(clockTime(localMinute(0, 'Africa/Monrovia'))).toBe('23:15');
  });
});
