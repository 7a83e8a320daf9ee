import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import { nudgeInstant, usefulUntil } from '../../src/calendar/monday.ts';
import { cohortsOf, weeksOf } from '../../src/features/nudges/cohort.ts';
import {
  dueWeeks,
  laters,
  latersAhead,
  mondaysOf,
  reasonForNone,
  remindAt,
} from '../../src/features/nudges/rules.ts';
import { aMember } from './a-member.ts';

/** Paris at nine: Monday 30 November 2026 is the Monday of W49, and 08:00 in UTC. */
const ana = aMember('Ana');
const weekly = mondaysOf(ana);
const monday = Date.parse('2026-11-30T08:00:00Z');
const fridayBegins = Date.parse('2026-12-03T23:00:00Z');

describe('a Monday', () => {
  test('comes at nine, not a millisecond earlier', () => {
    expect(dueWeeks(weekly, monday - 1)).toEqual({ missed: [], send: null, next: '2026-W49' });
    expect(dueWeeks(weekly, monday)).toEqual({ missed: [], send: '2026-W49', next: '2026-W50' });
  });

  test('is of use until Thursday is over, and from Friday on it is missed', () => {
    expect(dueWeeks(weekly, fridayBegins - 1)).toMatchObject({ send: '2026-W49', missed: [] });
    expect(dueWeeks(weekly, fridayBegins)).toEqual({ missed: ['2026-W49'], send: null, next: '2026-W50' });
  });

  test('after weeks without Buddy, the weeks missed are accounted for and only the latest is sent', () => {
    expect(dueWeeks(weekly, Date.parse('2026-12-15T12:00:00Z'))).toEqual({
      missed: ['2026-W49', '2026-W50'],
      send: '2026-W51',
      next: '2026-W52',
    });
  });

  test('after years without Buddy, about one year is accounted for', () => {
    const { missed, send } = dueWeeks({ ...weekly, nextWeek: '2020-W10' }, monday);
    expect([missed[0], missed.length, send]).toEqual(['2025-W48', 53, '2026-W49']);
  });

  test('every second week and the first Monday of a month go on in their own steps', () => {
    expect(dueWeeks({ ...weekly, cadence: 'fortnightly' }, monday).next).toBe('2026-W51');
    expect(dueWeeks({ ...weekly, cadence: 'monthly' }, monday).next).toBe('2026-W50');
  });

  test('whenever it is asked, each week is sent, missed or still to come, and only one is sent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 7 * 24 }), (hours) => {
        const now = monday + hours * 3_600_000;
        const { missed, send, next } = dueWeeks(weekly, now);
        const all = [...missed, ...(send === null ? [] : [send]), next];
        // Far back, weeks are not accounted one by one.
        if (all[0] === '2026-W49') expect(all).toEqual(all.map((_, index) => addWeeks('2026-W49', index)));
        expect(nudgeInstant(next, 540, 'Europe/Paris')).toBeGreaterThan(now);
        if (send !== null) expect(usefulUntil(send, 'Europe/Paris')).toBeGreaterThan(now);
        for (const week of missed) expect(usefulUntil(week, 'Europe/Paris')).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe('no nudge comes', () => {
  const paused = { pausedAt: monday - 1_000, pausedUntil: monday };
  const away = aMember('Ana', { rhythm: { ...paused, pausedUntil: monday + 1 } });

  test('to someone without a buddy, paused or not', () => {
    expect(reasonForNone(ana, [], '2026-W49')).toBe('unpaired');
    expect(reasonForNone(aMember('Ana', { rhythm: paused }), [], '2026-W49')).toBe('unpaired');
  });

  test('to someone who is away on that Monday at nine; a pause that ends then is over', () => {
    const pairs = ['a pair'];
    expect(reasonForNone(ana, pairs, '2026-W49')).toBeNull();
    expect(reasonForNone(aMember('Ana', { rhythm: paused }), pairs, '2026-W49')).toBeNull();
    expect(reasonForNone(away, pairs, '2026-W49')).toBe('paused');
    expect(reasonForNone(away, pairs, '2026-W50')).toBeNull();
  });
});

describe('"remind me later"', () => {
  const at = (when: string): number => Date.parse(when);
  const reminders = (now: string): (number | null)[] =>
    laters.map((later) => remindAt(later, { timeZone: 'Europe/Paris', nudgeMinute: 9 * 60 }, at(now)));

  test('means this evening at six, in eight hours, tomorrow at nine and Thursday at nine, where the reader is', () => {
    expect(laters).toEqual(['evening', 'shift', 'tomorrow', 'thursday']);
    expect(reminders('2026-11-30T08:05:00Z')).toEqual([
      at('2026-11-30T17:00:00Z'),
      at('2026-11-30T16:05:00Z'),
      at('2026-12-01T08:00:00Z'),
      at('2026-12-03T08:00:00Z'),
    ]);
  });

  test('never means a moment that is over, nor this one', () => {
    expect(reminders('2026-11-30T16:59:59.999Z')[0]).toBe(at('2026-11-30T17:00:00Z'));
    expect(reminders('2026-11-30T17:00:00Z')[0]).toBeNull();
    expect(reminders('2026-12-03T08:00:00Z')).toEqual([
      at('2026-12-03T17:00:00Z'),
      at('2026-12-03T16:00:00Z'),
      at('2026-12-04T08:00:00Z'),
      null,
    ]);
  });

  test('is offered within its own week alone: next Monday brings questions of its own', () => {
    const offered = (when: string) => latersAhead(weekly, at(when));
    expect(offered('2026-11-30T08:05:00Z')).toEqual(laters);
    expect(offered('2026-12-03T08:00:00Z')).toEqual(['evening', 'shift', 'tomorrow']);
    // Sunday, at one in the afternoon and at four, local.
    expect(offered('2026-12-06T12:00:00Z')).toEqual(['evening', 'shift']);
    expect(offered('2026-12-06T15:00:00Z')).toEqual(['evening']);
  });

  test('is in the future for every moment and zone, or is not offered', () => {
    const zone = fc.constantFrom(
      'Europe/Paris',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
      'UTC',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 525_600 }),
        zone,
        fc.constantFrom(...laters),
        (minutes, timeZone, later) => {
          const now = monday + minutes * 60_000;
          const instant = remindAt(later, { timeZone, nudgeMinute: 540 }, now);
          if (instant === null) return expect(['evening', 'thursday']).toContain(later);
          expect(instant).toBeGreaterThan(now);
          expect(instant).toBeLessThanOrEqual(now + 4 * 24 * 3_600_000);
        },
      ),
    );
  });
});

describe('many Mondays at once', () => {
  const ben = aMember('Ben');
  const cleo = aMember('Cleo', { timeZone: 'Europe/London' });
  const late = aMember('Dan', { rhythm: { nextWeek: '2026-W47' } });

  test('who shares a rhythm is planned together, in the order of the first of each', () => {
    const cohorts = cohortsOf([ana, cleo, ben, late], monday);
    expect(cohorts.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['Ana', 'Ben'],
      ['Cleo'],
      ['Dan'],
    ]);
    expect(cohorts.map(({ send, missed }) => [send, missed])).toEqual([
      ['2026-W49', []],
      [null, []],
      ['2026-W49', ['2026-W47', '2026-W48']],
    ]);
    expect(cohorts[0]?.nextNudgeAt).toBe(Date.parse('2026-12-07T08:00:00Z'));
    expect(cohorts[1]?.nextNudgeAt).toBe(Date.parse('2026-11-30T09:00:00Z'));
    expect(cohorts.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/Paris',
      'Europe/London',
      'Europe/Paris',
    ]);
  });

  test.each([
    { rhythm: { nextWeek: '2026-W50' as IsoWeek } },
    { timeZone: 'Asia/Tokyo' },
    { rhythm: { nudgeMinute: 0 } },
    { rhythm: { cadence: 'monthly' as const } },
  ])('whose rhythm differs by %j is planned apart', (other) => {
    expect(cohortsOf([ana, aMember('Eva', other)], monday)).toHaveLength(2);
  });

  test('the weeks whose questions are needed are each named once', () => {
    expect(weeksOf(cohortsOf([ana, cleo, ben, late], monday))).toEqual(['2026-W49', '2026-W47', '2026-W48']);
    expect(weeksOf(cohortsOf([cleo], monday))).toEqual([]);
  });
});
