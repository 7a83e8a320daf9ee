import { PgBoss } from 'pg-boss';

/**
 * pg-boss in batches: four workers take 200 jobs at a time and complete them by one statement. JOBS jobs that carry CARD wait in
 * DATABASE and do nothing when run; prints how many a second were taken and completed.
 */
const count = Number(process.env.JOBS);
const workers = 4;
const batchSize = 200;
const data = JSON.parse(process.env.CARD ?? '{}') as object;
const boss = new PgBoss({
  connectionString: process.env.DATABASE ?? '',
  max: workers + 2,
  supervise: false,
  schedule: false,
});
await boss.start();
await boss.createQueue('deliver');

async function work(): Promise<number> {
  let done = 0;
  for (;;) {
    const jobs = await boss.fetch('deliver', { batchSize });
    if (jobs.length === 0) return done;
    await boss.complete(
      'deliver',
      jobs.map((job) => job.id),
    );
    done += jobs.length;
  }
}

/** Milliseconds from the first fetch to the last completion. */
async function workAll(jobs: number): Promise<number> {
  const inserts = Array.from({ length: jobs }, () => ({ data }));
  for (let from = 0; from < jobs; from += 1_000)
    await boss.insert('deliver', inserts.slice(from, from + 1_000));
  const startedAt = performance.now();
  const done = await Promise.all(Array.from({ length: workers }, work));
  const ms = performance.now() - startedAt;
  const all = done.reduce((sum, one) => sum + one, 0);
  if (all !== jobs) throw new Error(`${all} of ${jobs} jobs were completed`);
  return ms;
}

await workAll(Math.floor(count / 10));
const ms = await workAll(count);
console.log(JSON.stringify({ perSecond: (count * 1000) / ms }));
process.exit(0);
