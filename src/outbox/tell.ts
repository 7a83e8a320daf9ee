import type { Platform } from '../chat/person.ts';
import { type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import type { Workspace } from './lane-store.ts';
import type { Answer } from './under-way.ts';

/** Tells the log and the counters how deliveries ended, once that is written down. */
export function tell(
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
  platform: Platform,
  answers: readonly Answer[],
): void {
  report(log, platform, answers);
  for (const { result } of answers) metrics.delivered(platform, result.ok ? 'sent' : result.why);
}

/** One line for each kind of failure, however many recipients it hit. */
function report(log: Log, platform: Platform, answers: readonly Answer[]): void {
  const kinds = new Map<string, { why: string; code: string; count: number; attempt: number }>();
  let sent = 0;
  for (const {
    claim: { attempts },
    result,
  } of answers) {
    if (result.ok) {
      sent += 1;
      continue;
    }
    const { why, code } = result;
    const kind = kinds.get(`${why} ${code}`) ?? { why, code, count: 0, attempt: 0 };
    kinds.set(`${why} ${code}`, {
      ...kind,
      count: kind.count + 1,
      attempt: Math.max(kind.attempt, attempts),
    });
  }
  if (sent > 0) log.debug('messages sent', { platform, count: sent });
  for (const kind of kinds.values()) log.warn('messages not delivered', { platform, ...kind });
}

/** For the log: what went wrong in a round, without what a message says. */
export function tellFailedRound(log: Log, error: unknown, workspace?: Workspace): void {
  const platform = workspace === undefined ? {} : { platform: workspace.platform };
  log.error('a round of deliveries failed and is repeated', { ...platform, error: loggedError(error) });
}
