import { afterAll, beforeAll, describe } from '@jest/globals';
import { chromiumPath, howToMakeItRun } from './chromium.ts';
import { inSpanish } from './desk/in-spanish.ts';
import { twelveTasks } from './desk/tasks.ts';
import { phone, Stage, wide } from './stage.ts';

const describeWithChromium = chromiumPath === null ? describe.skip : describe;
if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

describeWithChromium('at the desk, in Spanish, an administrator can', () => {
  const stage = new Stage();
  // Jest runs these for a skipped block as well.
  if (chromiumPath !== null) {
    beforeAll(() => stage.open());
    afterAll(() => stage.close());
  }

  for (const screen of [phone, wide]) twelveTasks(stage, screen, inSpanish);
});
