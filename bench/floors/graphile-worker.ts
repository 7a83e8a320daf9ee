import { makeWorkerUtils, run } from 'graphile-worker';

/**
 * graphile-worker as its page on performance has it: 24 jobs at a time from a local queue of 500, completions in batches. JOBS
 * jobs that carry CARD wait in DATABASE and do nothing when run; prints how many a second were taken and completed.
 */
const connectionString = process.env.DATABASE ?? '';
const count = Number(process.env.JOBS);
const payload = JSON.parse(process.env.CARD ?? '{}') as object;
const preset = {
  worker: {
    connectionString,
    concurrentJobs: 24,
    maxPoolSize: 25,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
};
const logger = { scope: () => logger, error() {}, warn() {}, info() {}, debug() {} };

/** Milliseconds from the first job to the last completion. */
async function work(jobs: number): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString, logger: logger as never });
  await utils.migrate();
  const specs = Array.from({ length: jobs }, () => ({ identifier: 'deliver', payload }));
  for (let from = 0; from < jobs; from += 1_000) await utils.addJobs(specs.slice(from, from + 1_000));
  let startedAt = 0;
  let done = 0;
  const { promise: allDone, resolve: end } = Promise.withResolvers<void>();
  const deliver = async (): Promise<void> => {
    if (done === 0) startedAt = performance.now();
    done += 1;
    if (done === jobs) end();
  };
  const runner = await run({ preset, logger: logger as never, taskList: { deliver }, noHandleSignals: true });
  await allDone;
  await runner.stop();
  const ms = performance.now() - startedAt;
  const { rows } = await utils.withPgClient((client) =>
    client.query<{ count: string }>('select count(*) from graphile_worker.jobs'),
  );
  if (Number(rows[0]?.count) !== 0) throw new Error(`${rows[0]?.count} jobs were not completed`);
  await utils.release();
  return ms;
}

await work(Math.floor(count / 10));
const ms = await work(count);
console.log(JSON.stringify({ perSecond: (count * 1000) / ms }));
process.exit(0);
