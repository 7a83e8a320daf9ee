import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWeeks } from '../../src/calendar/iso-week.ts';
import {
  acknowledgementText,
  answerText,
  canBeAcknowledged,
  mostReaches,
  reachesWithinMs,
  readAcknowledgement,
  readAnswer,
  weeksKept,
} from '../../src/features/checkins/rules.ts';

test('a buddy is asked for a check-in three times a day at most', () => {
  expect([mostReaches, reachesWithinMs]).toEqual([3, 24 * 60 * 60_000]);
});

test('"We checked in" counts for the week it stands under, for eight weeks', () => {
  const now = '2026-W48';
  const counts = (weeks: number): boolean => canBeAcknowledged(addWeeks(now, weeks), now);
  expect(weeksKept).toBe(8);
  expect([-9, -8, -1, 0].map(counts)).toEqual([false, true, true, true]);
});

test('a buddy further east, where it is Monday already, counts too; a week beyond that does not', () => {
  expect([1, 2].map((weeks) => canBeAcknowledged(addWeeks('2026-W53', weeks), '2026-W53'))).toEqual([
    true,
    false,
  ]);
});

test('a button is read as it was written', () => {
  const id = fc.stringMatching(/^[0-9a-z-]{1,30}$/);
  fc.assert(
    fc.property(id, fc.integer({ min: 0, max: 2_000 }), (pairId, weeks) => {
      const week = addWeeks('2026-W01', weeks);
      expect(readAcknowledgement(acknowledgementText(pairId, week))).toEqual({ pairId, week });
    }),
  );
});

test.each(['', '/', 'pair', 'pair/', '/2026-W48', 'pair/2026-W54', '2026-W48/pair'])(
  'a forged button about %j is about nothing',
  (about) => {
    expect(readAcknowledgement(about)).toBeNull();
  },
);

test('"I will" is about one message to one of a pair, and is read as it was written', () => {
  expect(answerText('p1', 'r1')).toBe('p1/r1');
  expect(readAnswer('p1/r1')).toEqual({ pairId: 'p1', reachId: 'r1' });
});

test.each(['', '/', 'p1', 'p1/', '/r1', 'p1/r1/', 'p1/r1/more'])(
  'a forged "I will" about %j is about nothing',
  (about) => {
    expect(readAnswer(about)).toBeNull();
  },
);
