import type { Log } from '../../src/system/logger.ts';
import { codeOf } from './failures.ts';

/**
 * The logger that Slack's SDKs get. They log payloads, headers and answers, so nothing they say goes any further: of
 * a warning that there was one, of an error its code.
 */
export function sdkLog(log: Log) {
  const levels = { ERROR: 'error', WARN: 'warn', INFO: 'info', DEBUG: 'debug' } as const;
  const code = (said: unknown[]) => ({
    platform: 'slack',
    code: codeOf(said.find((one) => one instanceof Error)),
  });
  return {
    debug() {},
    info() {},
    // Whatever matters in a warning comes back as a failed call as well, and is logged there.
    warn: (...said: unknown[]) => log.debug('the Slack SDK warned', code(said)),
    error: (...said: unknown[]) => log.error('the Slack SDK reported an error', code(said)),
    setLevel() {},
    getLevel: () => levels.WARN as never,
    setName() {},
  };
}
