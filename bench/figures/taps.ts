import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured, quantile } from '../figure.ts';
import { environmentOf, fillMonday, letGo, press } from '../monday.ts';
import { startMondaySlack } from '../monday-slack.ts';
import { withFolder } from '../with-folder.ts';

const others = 3_000;
const rounds = 2;

/** Someone taps so often. */
const everyMs = 250;

/** From "We checked in" to both cards changed, while a Monday of 3,000 goes out at the default pace, and on a quiet day. */
export const taps: Figure = {
  name: 'taps',
  async measure({ taps }): Promise<readonly Measured[]> {
    const played = await inTurns(
      rounds,
      () => tapThrough(taps, 'a Monday goes out'),
      () => tapThrough(taps, 'a quiet day'),
    );
    const said = { against: 'without a Monday', best: 'least' } as const;
    return [
      compared(played, (took) => quantile(took, 0.5), {
        what: `p50 of ${taps} presses, ms, while ${others.toLocaleString('en')} nudges go out`,
        ...said,
        aim: null,
      }),
      compared(played, (took) => quantile(took, 0.99), { what: 'p99, ms', ...said, aim: { atMost: 2 } }),
    ];
  },
};

function tapThrough(count: number, when: 'a Monday goes out' | 'a quiet day'): Promise<readonly number[]> {
  return withFolder(async (folder) => {
    const slack = await startMondaySlack();
    const warmUp = 20;
    await fillMonday(slack, folder, { pairs: warmUp + count, others });
    if (when === 'a Monday goes out') letGo(folder);
    const already = slack.posted();
    const buddy = await startChild(
      'bench/subjects/on-monday.ts',
      environmentOf(slack, folder),
      /"port":(\d+)/,
    );
    try {
      const took: Promise<number>[] = [];
      for (let pair = 0; pair < warmUp + count; pair += 1) {
        took.push(press(Number(buddy.said), slack, pair));
        await pause(everyMs);
      }
      const all = await Promise.all(took);
      const went = slack.posted() - already;
      if (went > 0 !== (when === 'a Monday goes out')) throw new Error(`${went} nudges went out`);
      return all.slice(warmUp);
    } finally {
      await buddy.stop();
      slack.close();
    }
  });
}
