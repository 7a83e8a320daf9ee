import { describe, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import { askedBefore, comesClose } from '../../src/features/questions/asked-before.ts';

function week(of: IsoWeek, first: string, second: string, inSpanish: [string, string] | null = null) {
  const spanish = inSpanish === null ? null : { first: inSpanish[0], second: inSpanish[1] };
  return { week: of, first, second, inSpanish: spanish };
}

describe('two questions', () => {
  test.each([
    ['What made you smile last week?', 'what made you smile last week'],
    ['Who’s in your corner?', "Who's in your corner"],
    ['¿Qué te alivió esta semana?', 'Que te alivio esta semana'],
    ['What made you laugh out loud at work?', 'What made you laugh out loud at work today?'],
  ])('come close when hardly a word, an accent or a sign differs: %s', (one, other) => {
    expect(comesClose(one, other)).toBe(true);
    expect(comesClose(other, one)).toBe(true);
  });

  test.each([
    ['What made you smile?', 'What made you sigh?'],
    ['What made you smile last week?', 'What made you smile?'],
    ['Who helped you?', 'Who helped you when the night was long and nobody was around?'],
    ['', ''],
    ['?', '!'],
  ])('are two questions when more of their words differ: %s', (one, other) => {
    expect(comesClose(one, other)).toBe(false);
  });
});

describe('a question asked before', () => {
  const asks = week('2026-W49', 'What made you smile?', 'Who taught you something?');

  test('is found with the last week that asked it, wherever it stood in it', () => {
    const past = [
      week('2025-W10', 'What made you smile?', 'Something else entirely'),
      week('2026-W20', 'Something else entirely', 'What made you smile'),
    ];
    expect(askedBefore(asks, past)).toEqual([{ week: '2026-W20', question: 'What made you smile' }]);
    expect(askedBefore(asks, past.toReversed())).toEqual(askedBefore(asks, past));
  });

  test('counts for two years before its Monday, to the week', () => {
    expect(askedBefore(asks, [week('2024-W49', asks.first, 'Else')])).toHaveLength(1);
    expect(askedBefore(asks, [week('2024-W48', asks.first, 'Else')])).toEqual([]);
  });

  test('is not the week itself, nor one after it', () => {
    expect(askedBefore(asks, [asks, week('2026-W50', asks.first, asks.second)])).toEqual([]);
  });

  test('is found for both, and in Spanish too', () => {
    expect(askedBefore(asks, [week('2026-W20', asks.second, asks.first)]).map((one) => one.question)).toEqual(
      [asks.first, asks.second],
    );
    const inBoth = { ...asks, inSpanish: { first: '¿Qué te hizo reír?', second: '¿Quién te enseñó algo?' } };
    const past = [week('2026-W20', 'A', 'B', ['¿Quién te enseñó algo?', '¿Otra cosa?'])];
    expect(askedBefore(inBoth, past)).toEqual([{ week: '2026-W20', question: '¿Quién te enseñó algo?' }]);
  });
});
