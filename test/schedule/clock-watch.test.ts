import { expect, test } from '@jest/globals';
import { watchClock } from '../../src/schedule/clock-watch.ts';
import type { Log } from '../../src/system/logger.ts';

const minute = 60_000;

/** A clock that someone sets, beside one that nobody can, and what was logged. */
function machine() {
  const said: { message: string; ms: number | undefined }[] = [];
  const at = { clock: Date.parse('2026-11-23T08:00:00Z'), uptime: 5_000 };
  const log: Log = {
    debug() {},
    info() {},
    warn: (message, { ms } = {}) => void said.push({ message, ms }),
    error() {},
  };
  const job = watchClock({ now: () => at.clock }, { now: () => at.uptime }, log);
  return {
    said,
    async goesOn(ms: number, jumps = 0) {
      at.uptime += ms;
      at.clock += ms + jumps;
      await job.run(at.clock);
    },
  };
}

test('time that only passes, and small corrections, are not worth a word', async () => {
  const { said, goesOn } = machine();
  await goesOn(20_000);
  await goesOn(3 * 60 * minute);
  await goesOn(20_000, 59_000);
  await goesOn(20_000, -59_000);
  expect(said).toEqual([]);
});

test('a jump is said once, with its length and what follows from it', async () => {
  const { said, goesOn } = machine();
  await goesOn(20_000, 90 * minute);
  await goesOn(20_000);
  expect(said).toEqual([{ message: expect.stringMatching(/forward.*goes out now/), ms: 90 * minute }]);
  await goesOn(20_000, -2 * minute);
  await goesOn(20_000);
  expect(said.slice(1)).toEqual([
    { message: expect.stringMatching(/back: what is due waits/), ms: -2 * minute },
  ]);
});
