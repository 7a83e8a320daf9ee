import type { Log } from '../../src/system/logger.ts';
import type { Cloud } from './cloud.ts';
import { sayUnreachableKeys } from './trouble.ts';

const askAgainMs = 3_000;
const confirmAgainMs = 60_000;

/**
 * Whether Microsoft's signing keys can be had: without them every request is refused. They are kept for a day, so asking
 * again mostly costs nothing.
 */
export class KeyWatch {
  private readonly cloud: Cloud;
  private readonly log: Log;
  private wrong: string | null = "Microsoft's signing keys have not been fetched yet.";
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(cloud: Cloud, log: Log) {
    this.cloud = cloud;
    this.log = log;
  }

  /** Null when requests can be verified, else why not, for an operator. */
  deafness(): string | null {
    return this.wrong;
  }

  start(): void {
    void this.ask();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    const wrong = await this.fault();
    if (this.stopped) return;
    if (wrong !== null && wrong !== this.wrong)
      this.log.error("Microsoft's signing keys cannot be had", { platform: 'teams' });
    this.wrong = wrong;
    this.timer = setTimeout(() => void this.ask(), wrong === null ? confirmAgainMs : askAgainMs);
    this.timer.unref();
  }

  private async fault(): Promise<string | null> {
    try {
      await this.cloud.signingKeys();
      return null;
    } catch (error) {
      return sayUnreachableKeys(error);
    }
  }
}
