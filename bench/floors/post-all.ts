import { setTimeout as pause } from 'node:timers/promises';

/**
 * Posts MESSAGES messages, CONCURRENCY at a time, with PAUSE_MS after each, as a loop in someone's script does: one that
 * fails for good is counted and left. Prints how many that were.
 */
export async function postAll(post: (nth: number) => Promise<unknown>): Promise<never> {
  const count = Number(process.env.MESSAGES);
  const pauseMs = Number(process.env.PAUSE_MS);
  let next = 0;
  let failed = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const nth = next;
      next += 1;
      await post(nth).catch(() => {
        failed += 1;
      });
      if (pauseMs > 0) await pause(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: Number(process.env.CONCURRENCY) }, work));
  console.log(JSON.stringify({ failed }));
  process.exit(0);
}
