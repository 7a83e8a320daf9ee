import type { Config } from '../config/config.ts';

/** A server on this machine says at once whether it's ready (milliseconds). */
const answersWithinMs = 4_000;

/** What the Buddy that runs on these settings says is wrong with it: one sentence, or none where it's well or doesn't run. */
export async function troubleOfServer({ host, port }: Config): Promise<string[]> {
  try {
    const answer = await fetch(`http://${whereToAsk(host)}:${port}/readyz`, {
      signal: AbortSignal.timeout(answersWithinMs),
    });
    const said = (await answer.text()).trim();
    const isOurs = answer.headers.get('content-type')?.startsWith('text/plain') === true;
    if (!isOurs) return [];
    if (answer.status === 503) return [`The Buddy that runs on port ${port} is not ready: ${said}`];
    const doubt = said.split('\n').slice(1).join(' ');
    return doubt === '' ? [] : [`The Buddy that runs on port ${port} is ready, but: ${doubt}`];
  } catch {
    return [];
  }
}

/** All addresses of the machine are no address to ask. */
function whereToAsk(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
