import { expect, test } from '@jest/globals';
import { createTicker } from '../../src/schedule/ticker.ts';
import type { Log } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';

const hour = 3_600_000;
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

test('a job of every hour that failed is tried again at the next tick, and then again an hour later', async () => {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const runs: number[] = [];
  const job = {
    name: 'forget what is old',
    everyMs: hour,
    run: async (at: number) => {
      runs.push(at);
      if (runs.length === 1) throw new Error('the database was busy');
    },
  };
  const ticker = createTicker([job], {
    name: 'slack',
    clock: { now: () => now },
    log: quiet,
    metrics: uncounted,
  });
  const start = now;
  for (const after of [0, 20_000, 40_000, hour + 20_000]) {
    now = start + after;
    await ticker.tick();
  }
  expect(runs).toEqual([start, start + 20_000, start + hour + 20_000]);
});
