import type { IncomingHttpHeaders } from 'node:http';

const names: ReadonlySet<string> = new Set(['forwarded', 'via', 'x-real-ip']);

/** Whether a proxy or a tunnel passed a request on: who it's from is then not who is connected. */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => names.has(name) || name.startsWith('x-forwarded-'));
}
