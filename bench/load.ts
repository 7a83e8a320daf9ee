import { Pool } from 'undici';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds from a request to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
}

export interface Prepared {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * Keeps `connections` requests under way until all prepared ones are answered: the first tenth warms up and is not
 * counted. Throws at the first answer that is not 200, since a refusal would be measured as speed.
 */
export async function drive(
  origin: string,
  requests: readonly Prepared[],
  connections: number,
): Promise<Load> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const warmUp = Math.floor(requests.length / 10);
  const took: number[] = [];
  let next = 0;
  let startedAt = 0;
  const work = async (): Promise<void> => {
    while (next < requests.length) {
      const index = next;
      next += 1;
      if (index === warmUp) startedAt = performance.now();
      const request = requests[index] as Prepared;
      const before = performance.now();
      const { statusCode, body } = await pool.request({ ...request, method: 'POST' });
      await body.text();
      if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
      if (index >= warmUp) took.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
    const seconds = (performance.now() - startedAt) / 1000;
    const sorted = took.toSorted((one, other) => one - other);
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
  } finally {
    await pool.destroy();
  }
}
