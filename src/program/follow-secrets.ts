import type { Log } from '../system/logger.ts';
import type { Secret } from '../system/secret.ts';

/** Says in the log what becomes of secrets that come from files, never what they are. What it returns looks for all of them again, now. */
export function followSecrets(secrets: readonly Secret<unknown>[], log: Log): () => void {
  for (const secret of secrets) {
    secret.hear({
      replaced: () => log.info(`${secret.name} has another secret in it, which counts from now on`),
      failed: (why) => log.error(why),
    });
  }
  return () => {
    for (const secret of secrets) secret.look();
    log.info('the files of secrets were read again', { count: secrets.length });
  };
}
