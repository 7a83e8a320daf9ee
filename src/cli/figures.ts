import { weekLines } from '../features/figures/cards.ts';
import { readFigures } from '../features/figures/read.ts';
import { words } from '../features/figures/words.en.ts';
import { withParts } from './with-parts.ts';

const weeksShown = 8;

export async function showFigures(): Promise<void> {
  await withParts(async ({ db, clock }, { settings }) => {
    const { timeZone, smallestGroup } = settings;
    const figures = await readFigures(db, {
      now: clock.now(),
      zone: timeZone,
      weeks: weeksShown,
      smallest: smallestGroup,
    });
    for (const week of figures) console.log([week.week, ...weekLines(week, smallestGroup)].join('\n  '));
    if (figures.length === 0) console.log(words.none);
  });
}
