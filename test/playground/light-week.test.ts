import { expect, test } from '@jest/globals';
import { addWeeks, weekOf } from '../../src/calendar/iso-week.ts';
import { localMinute } from '../../src/calendar/local-time.ts';
import { loadContent } from '../../src/content/content.ts';
import { isLightWeek } from '../../src/playground/light-week.ts';
import { startOfWard, wardZone } from '../../src/playground/steps.ts';
import { promptsFolder } from '../../src/program/prompts.ts';

const week = 7 * 86_400_000;
const starts = Array.from({ length: 104 }, (_, index) => Date.parse('2026-11-28T19:00:00Z') + index * week);

test('whenever the playground is opened, its first Monday comes with light questions', () => {
  const { bank } = loadContent(promptsFolder);
  for (const opened of starts) {
    const start = startOfWard(opened, (one) => isLightWeek(bank, one));
    expect(isLightWeek(bank, addWeeks(weekOf(start, wardZone), 1))).toBe(true);
    expect([new Date(start).getUTCDay(), localMinute(start, wardZone)]).toEqual([3, 10 * 60]);
    expect(start).toBeLessThanOrEqual(opened);
  }
});

test('with a bank that knows nothing light it opens on the last Wednesday there was', () => {
  for (const opened of starts) expect(opened - startOfWard(opened, () => false)).toBeLessThan(week);
});
