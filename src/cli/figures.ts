import { weekLines } from '../features/figures/lines.ts';
import { readFigures } from '../features/figures/read.ts';
import { wordsFor } from '../features/figures/words.ts';
import { readHospital } from '../features/program/hospital-store.ts';
import { batchLines } from '../features/tallies/lines.ts';
import { findBatches } from '../features/tallies/store.ts';
import { withParts } from './with-parts.ts';

const weeksShown = 8;

const operator = { language: 'en' } as const;

export async function showFigures(): Promise<void> {
  await withParts(async ({ db, clock, content }, config) => {
    const { timeZone, smallestGroup } = await readHospital(db, config.hospital);
    const figures = await readFigures(db, {
      now: clock.now(),
      zone: timeZone,
      weeks: weeksShown,
      smallest: smallestGroup,
    });
    for (const week of figures)
      console.log([week.week, ...weekLines(operator, week, smallestGroup)].join('\n  '));
    if (figures.length === 0) console.log(wordsFor(operator).none);
    const support = batchLines(operator, await findBatches(db), content.support.choices.kinds);
    if (support.length > 0) console.log([wordsFor(operator).support, ...support].join('\n  '));
  });
}
