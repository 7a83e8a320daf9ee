import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { accessStories } from './access.ts';
import { chromiumPath, howToMakeItRun } from './chromium.ts';
import { lookStories } from './looks.ts';
import { Stage } from './stage.ts';
import { tourStories } from './tour.ts';
import { viewStories } from './views.ts';
import { wardStories } from './ward.ts';
import { wrongTurnStories } from './wrong-turns.ts';

// One program and one browser for all of them: each story begins with a reset and a browser that was never here.
const describeWithChromium = chromiumPath === null ? describe.skip : describe;
if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

describeWithChromium('the playground in a browser', () => {
  const stage = new Stage();
  // Jest runs these for a skipped block as well.
  if (chromiumPath !== null) {
    beforeAll(() => stage.open());
    afterEach(() => stage.leave());
    afterAll(() => stage.close());
  }

  tourStories(stage);
  wrongTurnStories(stage);
  viewStories(stage);
  wardStories(stage);
  lookStories(stage);
  accessStories(stage);
});
