import { describe, expect, test } from '@jest/globals';
import { workdayTime } from '../../src/calendar/workdays.ts';
import { type Cohort, type Facts, isToBeTold, judge, type Kind } from '../../src/features/alarms/rules.ts';

const hour = 3_600_000;
/** 9:00 in New York. */
const monday = Date.parse('2026-12-07T14:00:00Z');
const zone = 'America/New_York';

function facts(some: Partial<Facts>): Facts {
  return {
    credentials: { standing: 'accepted', code: null, workspace: null, expires: null },
    refusedAt: null,
    monday: [],
    unplannedSince: null,
    upSince: monday - 24 * hour,
    unanswered: null,
    ...some,
  };
}

function cohort(some: Partial<Cohort>): Cohort {
  return { at: monday, sent: 0, unreachable: 0, failed: 0, retried: 0, untried: 0, ...some };
}

function holds(kind: Kind, some: Partial<Facts>, now: number, smallest = 11): string | undefined {
  return judge(facts(some), { now, timeZone: zone, smallest }).find((one) => one.kind === kind)?.holds;
}

describe('a token or secret', () => {
  test.each([
    ['refused', 'yes'],
    ['accepted', 'no'],
    ['unconfirmed', 'unknown'],
  ] as const)('that is %s: %s', (standing, expected) => {
    const credentials = { standing, code: null, workspace: null, expires: null };
    expect(holds('refused', { credentials }, monday)).toBe(expected);
  });

  test('that was refused for a moment only is not told', () => {
    const untold = { since: monday, toldAt: null };
    expect(isToBeTold('refused', untold, monday + 14_999)).toBe(false);
    expect(isToBeTold('refused', untold, monday + 15_000)).toBe(true);
    expect(isToBeTold('nothing-out', untold, monday)).toBe(true);
  });

  test('explains everything else on its platform, until an hour after it is taken again', () => {
    const late = { monday: [cohort({ retried: 40 })], unanswered: { since: 0, messages: 40 } };
    for (const kind of ['nothing-out', 'too-many', 'silent'] as const) {
      const credentials = { standing: 'refused', code: 'x', workspace: null, expires: null } as const;
      expect(holds(kind, { ...late, credentials }, monday + 2 * hour)).toBe('unknown');
      expect(holds(kind, { ...late, refusedAt: monday + hour + 1 }, monday + 2 * hour)).toBe('unknown');
    }
    expect(holds('nothing-out', { ...late, refusedAt: monday + hour }, monday + 2 * hour)).toBe('yes');
  });

  test.each([
    ['2026-12-21T13:59:59Z', 'no'],
    ['2026-12-21T14:00:00Z', 'yes'],
    ['2027-02-01T00:00:00Z', 'yes'],
  ])('that expires on January 4 is told of from 9 in the morning, 14 days before: %s', (now, expected) => {
    const credentials = { standing: 'accepted', code: null, workspace: null, expires: '2027-01-04' } as const;
    expect(holds('expires', { credentials }, Date.parse(now))).toBe(expected);
  });

  test('without a date is never told to expire', () => {
    expect(holds('expires', {}, monday)).toBe('no');
  });
});

describe('nothing has gone out', () => {
  const waits = { monday: [cohort({ retried: 2 })] };

  test('is told an hour after the first time due, and not before', () => {
    expect(holds('nothing-out', waits, monday + hour - 1)).toBe('unknown');
    expect(holds('nothing-out', waits, monday + hour)).toBe('yes');
  });

  test('is over once one has arrived', () => {
    expect(holds('nothing-out', { monday: [cohort({ retried: 40, sent: 1 })] }, monday + 2 * hour)).toBe(
      'no',
    );
  });

  test('is nothing to tell where everyone has removed the app', () => {
    expect(holds('nothing-out', { monday: [cohort({ unreachable: 2 })] }, monday + 2 * hour)).toBe('unknown');
  });

  test('is also so where nobody could be planned, unless Buddy has only just started', () => {
    const unplanned = { unplannedSince: monday };
    expect(holds('nothing-out', unplanned, monday + hour - 1)).toBe('unknown');
    expect(holds('nothing-out', unplanned, monday + hour)).toBe('yes');
    expect(holds('nothing-out', { ...unplanned, upSince: monday + 1 }, monday + hour)).toBe('unknown');
  });

  test('is not told of a Monday that nobody waits for any more', () => {
    expect(holds('nothing-out', { monday: [cohort({ failed: 9 })] }, monday + 6 * 24 * hour)).toBe('unknown');
  });
});

describe('more than a tenth', () => {
  const at = (some: Partial<Cohort>, now = monday + hour, smallest = 11) =>
    holds('too-many', { monday: [cohort(some)] }, now, smallest);

  test('could not be reached or failed: eleven of 109, and not of 110', () => {
    expect(at({ sent: 98, unreachable: 6, failed: 5 })).toBe('yes');
    expect(at({ sent: 99, unreachable: 6, failed: 5 })).toBe('no');
  });

  test('is never told of fewer than the smallest group, whatever part that is', () => {
    for (let missed = 1; missed < 11; missed += 1)
      expect(at({ sent: 11, unreachable: missed })).not.toBe('yes');
    expect(at({ sent: 11, unreachable: 11 })).toBe('yes');
    expect(at({ sent: 11, unreachable: 11 }, monday + hour, 12)).not.toBe('yes');
  });

  test('leaves out who had their Monday with too few others', () => {
    const alone = Array.from({ length: 12 }, (_, nth) => cohort({ at: monday + nth, unreachable: 1 }));
    expect(holds('too-many', { monday: [cohort({ sent: 20 }), ...alone] }, monday + hour)).toBe('no');
  });

  test('counts what has been tried for an hour without success, and nothing that has yet to be tried', () => {
    expect(at({ sent: 60, retried: 40 }, monday + hour - 1)).toBe('unknown');
    expect(at({ sent: 60, retried: 40 })).toBe('yes');
    expect(at({ sent: 60, failed: 39, untried: 1 })).toBe('unknown');
  });

  test('is not told beside "nothing has gone out"', () => {
    expect(at({ failed: 40 })).toBe('unknown');
    expect(at({ unreachable: 40 })).toBe('yes');
  });
});

describe('nothing comes in', () => {
  const since = (messages: number, instant = monday) => ({ unanswered: { since: instant, messages } });
  const twoDays = 48 * hour;

  test('is told when Monday reached eleven people, and nobody has tapped for two days', () => {
    expect(holds('silent', since(11), monday + twoDays - 1)).toBe('unknown');
    expect(holds('silent', since(11), monday + twoDays)).toBe('yes');
  });

  test('is usual among fewer, and in weeks without questions', () => {
    expect(holds('silent', since(10), monday + 20 * twoDays)).toBe('unknown');
    expect(holds('silent', {}, monday + 20 * twoDays)).toBe('no');
  });

  test('does not count weekends', () => {
    const friday = Date.parse('2026-12-11T14:00:00Z');
    expect(holds('silent', since(40, friday), friday + 4 * 24 * hour - 1)).toBe('unknown');
    expect(holds('silent', since(40, friday), friday + 4 * 24 * hour)).toBe('yes');
  });
});

describe('the time on workdays', () => {
  test.each([
    ['2026-12-07T14:00:00Z', '2026-12-09T14:00:00Z', 48],
    ['2026-12-11T14:00:00Z', '2026-12-15T14:00:00Z', 48],
    ['2026-12-12T14:00:00Z', '2026-12-13T14:00:00Z', 0],
    ['2026-12-09T14:00:00Z', '2026-12-07T14:00:00Z', 0],
    // The clocks go back on Sunday, November 1.
    ['2026-10-30T13:00:00Z', '2026-11-02T14:00:00Z', 24],
  ])('from %s to %s: %s hours', (from, to, hours) => {
    expect(workdayTime(Date.parse(from), Date.parse(to), zone)).toBe(hours * hour);
  });
});
