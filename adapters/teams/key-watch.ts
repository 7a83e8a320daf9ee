import type { Log } from '../../src/system/logger.ts';
import { Watch } from '../shared/watch.ts';
import type { Cloud } from './cloud.ts';
import { keysCode, sayUnreachableKeys } from './trouble.ts';

/** They are kept for a day, so that asking again mostly costs nothing. */
const every = { wellMs: 60_000, wrongMs: 3_000 } as const;

/** Whether Microsoft's signing keys can be had: without them every request is refused. */
export function watchKeys(cloud: Cloud, log: Log): Watch {
  return new Watch({
    async ask() {
      try {
        await cloud.signingKeys();
        return null;
      } catch (error) {
        return { words: sayUnreachableKeys(error), code: keysCode(error), isRefusal: false };
      }
    },
    unasked: "Microsoft's signing keys have not been fetched yet.",
    every,
    platform: 'teams',
    lines: {
      wrong: "Microsoft's signing keys cannot be had",
      well: "Microsoft's signing keys have been fetched",
    },
    log,
  });
}
