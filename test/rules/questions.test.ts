import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import type { BankSet } from '../../src/content/bank.ts';
import { bankSetFor } from '../../src/features/questions/bank-set.ts';
import { nextInRotation } from '../../src/features/questions/rotation.ts';
import {
  checkQuestions,
  checkSkip,
  earliestOpenWeek,
  weekFault,
  weekOnOffer,
  weeksOnOffer,
  wouldReplace,
} from '../../src/features/questions/rules.ts';

/** Wednesday 2 December 2026, in W49. */
const now = Date.parse('2026-12-02T12:00:00Z');
const planning = { now, frozen: new Set<IsoWeek>() };

function aSet(id: string, weeks: readonly number[] | null = null): BankSet {
  const words = { en: { first: `${id} one`, second: `${id} two` } };
  return { id, theme: id, weight: 'light', weeks, words };
}

function weeksFrom(week: IsoWeek, count: number): IsoWeek[] {
  return Array.from({ length: count }, (_, index) => addWeeks(week, index));
}

describe('what the bank asks', () => {
  const bank = Array.from({ length: 160 }, (_, index) => aSet(`set-${index}`));

  test('is the same whatever the order of the files', () => {
    const mixed = bank.toReversed();
    for (const week of weeksFrom('2026-W48', 130)) {
      expect(nextInRotation(mixed, week).id).toBe(nextInRotation(bank, week).id);
    }
  });

  test('with few sets all of them are asked before one comes again, and sets of a season are no part of it', () => {
    const few = [aSet('a'), aSet('b'), aSet('c'), aSet('holidays', [52])];
    const asked = weeksFrom('2026-W01', 6).map((week) => nextInRotation(few, week).id);
    expect(asked.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c']);
    expect(asked.slice(3)).toEqual(asked.slice(0, 3));
  });

  test('a bank without a set for a week is said to have none', () => {
    expect(() => nextInRotation([], '2026-W48')).toThrow('The question bank has no set for a week.');
  });

  test('a week of a season has one of its sets; two of them take turns by the year', () => {
    const seasonal = [...bank, aSet('first', [52]), aSet('second', [52])];
    const years = ['2026-W52', '2027-W52', '2028-W52'] as const;
    const asked = years.map((week) => bankSetFor(seasonal, week, '2020-W01').id);
    expect(new Set(asked.slice(0, 2))).toEqual(new Set(['first', 'second']));
    expect(asked[2]).toBe(asked[0]);
    expect(bankSetFor(seasonal, '2026-W51', '2020-W01')).toBe(nextInRotation(seasonal, '2026-W51'));
  });
});

describe('a week whose questions can be posted', () => {
  test('is open until its Monday is over in the last zone on earth', () => {
    // Where clocks are twelve hours behind, the week begins at noon in UTC.
    expect(earliestOpenWeek(Date.parse('2026-11-30T11:59:59Z'))).toBe('2026-W48');
    expect(earliestOpenWeek(Date.parse('2026-11-30T12:00:00Z'))).toBe('2026-W49');
  });

  test('is neither over, nor sent already, nor more than 104 weeks away', () => {
    expect(weekFault('2026-W48', planning)).toBe('past');
    expect(weekFault('2026-W49', planning)).toBeNull();
    expect(weekFault('2026-W49', { now, frozen: new Set<IsoWeek>(['2026-W49']) })).toBe('frozen');
    expect(weekFault(addWeeks('2026-W49', 104), planning)).toBeNull();
    expect(weekFault(addWeeks('2026-W49', 105), planning)).toBe('too-far');
  });

  test('on a Monday is today; on any other day the next Monday, where the administrator is', () => {
    const none = new Set<IsoWeek>();
    expect(weekOnOffer(Date.parse('2026-11-30T12:00:00Z'), 'Europe/Paris', none)).toBe('2026-W49');
    expect(weekOnOffer(Date.parse('2026-11-30T04:00:00Z'), 'America/New_York', none)).toBe('2026-W49');
    expect(weekOnOffer(now, 'Europe/Paris', none)).toBe('2026-W50');
  });

  test('skips those whose questions are out', () => {
    const frozen = new Set<IsoWeek>(['2026-W50', '2026-W51', '2026-W54' as IsoWeek]);
    expect(weekOnOffer(now, 'Europe/Paris', frozen)).toBe('2026-W52');
  });

  test('can be picked from half a year of weeks, in order, each once, with the one that is being edited', () => {
    const frozen = new Set<IsoWeek>(['2026-W51']);
    const weeks = weeksOnOffer({ now, frozen }, 'Europe/Paris', '2026-W50');
    expect(weeks).toEqual(['2026-W50', ...weeksFrom('2026-W52', 25)]);
    expect(weeksOnOffer({ now, frozen }, 'Europe/Paris', '2026-W49')).toEqual(['2026-W49', ...weeks]);
    expect(weeksOnOffer({ now, frozen }, 'Europe/Paris', '2028-W01')).toEqual([...weeks, '2028-W01']);
  });
});

describe('the form of a week', () => {
  const good = { week: '2026-w50', first: 'What helped?', second: 'Who helped?', note: '' };

  test('is taken as it was typed', () => {
    expect(checkQuestions(good, planning)).toEqual({
      ok: true,
      value: { ...good, week: '2026-W50', inSpanish: null },
    });
  });

  test('keeps lines, and drops what cannot be seen', () => {
    const first = '  One \t\r\n  two \n  and\r\r\r\rthree\n\n\n\u0000\u0007four  ';
    const note = ' for\nthe\t night \u0007shift ';
    const second = 'five\u0000\u0007six';
    expect(checkQuestions({ ...good, first, second, note }, planning)).toMatchObject({
      value: { first: 'One\ntwo\nand\n\nthree\n\nfour', second: 'five six', note: 'for the night shift' },
    });
  });

  test('says what must be fixed in every field at once', () => {
    const long = 'x'.repeat(301);
    expect(checkQuestions({ week: 'soon', first: ' ', second: long, note: long }, planning)).toEqual({
      ok: false,
      faults: { week: 'no-week', first: 'missing', second: 'too-long', note: 'too-long' },
    });
    expect(checkQuestions({ ...good, week: '2026-W48' }, planning)).toEqual({
      ok: false,
      faults: { week: 'past' },
    });
    expect(checkQuestions({}, planning)).toEqual({
      ok: false,
      faults: { week: 'no-week', first: 'missing', second: 'missing' },
    });
  });

  test('takes questions of 300 characters', () => {
    const long = 'x'.repeat(300);
    expect(checkQuestions({ ...good, first: long, second: long, note: long }, planning)).toMatchObject({
      ok: true,
    });
  });

  test('to leave a week out has a week and a choice', () => {
    expect(checkSkip({ week: '2026-W50', nudge: 'none' }, planning)).toEqual({
      ok: true,
      value: { week: '2026-W50', hasNudge: false },
    });
    expect(checkSkip({ week: '2026-W50', nudge: 'ask' }, planning)).toMatchObject({
      value: { hasNudge: true },
    });
    expect(checkSkip({ week: '2026-W48', nudge: 'maybe' }, planning)).toEqual({
      ok: false,
      faults: { week: 'past', nudge: 'no-choice' },
    });
    expect(checkSkip({ week: 'x', nudge: 'none' }, planning)).toEqual({
      ok: false,
      faults: { week: 'no-week' },
    });
  });

  test('is read whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const checked = checkQuestions({ ...good, first: typed }, planning);
        if (!checked.ok) return;
        expect(checked.value.first).not.toMatch(/^\s|\s$|\n{3}|[^\S\n]\n|\n[^\S\n]/);
        expect(checked.value.first.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('posting over what someone posted', () => {
  const standing = { source: 'posted', first: 'One?', second: 'Two?', note: '', inSpanish: null };
  const posted = { week: '2026-W50', first: 'One?', second: 'Two?', note: '', inSpanish: null } as const;

  test.each([{ first: 'Else?' }, { second: 'Else?' }, { note: 'Else' }])(
    'is asked about where it has %j',
    (other) => {
      expect(wouldReplace(standing, { ...posted, ...other }, false)).toBe(true);
      expect(wouldReplace(standing, { ...posted, ...other }, true)).toBe(false);
      expect(wouldReplace({ ...standing, source: 'bank' }, { ...posted, ...other }, false)).toBe(false);
    },
  );

  test('is not asked about where it is the same', () => {
    expect(wouldReplace(standing, posted, false)).toBe(false);
  });
});
