import { AsyncLocalStorage } from 'node:async_hooks';
import type { Credentials } from '../../src/chat/adapter.ts';
import type { Platform } from '../../src/chat/person.ts';
import type { Log } from '../../src/system/logger.ts';

/** What is wrong. */
export interface Fault {
  /** For an operator. */
  readonly words: string;
  /** For the log. */
  readonly code: string;
  /** Whether the platform refuses what Buddy proves itself with, rather than being away. */
  readonly isRefusal: boolean;
}

/** What a platform said last. */
export type Standing = Pick<Credentials, 'standing' | 'code'>;

export const accepted: Standing = { standing: 'accepted', code: null };
export const unconfirmed: Standing = { standing: 'unconfirmed', code: null };

export function refusedFor(code: string): Standing {
  return { standing: 'refused', code };
}

/** Of several: a refusal weighs most, then what isn't known. */
export function worstOf(standings: readonly Standing[]): Standing {
  const found = (wanted: Standing['standing']) => standings.find(({ standing }) => standing === wanted);
  return found('refused') ?? found('unconfirmed') ?? accepted;
}

export interface WatchParts {
  /** Finds out how things stand: null when all is well. Never rejects. */
  readonly ask: () => Promise<Fault | null>;
  /** What is wrong before the first answer; null where nothing is. */
  readonly unasked: string | null;
  /** How soon to ask again (milliseconds): while all is well, and while it is not. */
  readonly every: { readonly wellMs: number; readonly wrongMs: number };
  readonly platform: Platform;
  /** What the log says when something is wrong, and when it is no more. */
  readonly lines: { readonly wrong: string; readonly well: string };
  readonly log: Log;
}

/** Asks a platform at the start, and again and again, whether it lets Buddy do its work. */
export class Watch {
  private readonly parts: WatchParts;
  private wrong: string | null;
  private known: Standing;
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | null = null;
  private stopped = false;
  /** The platform is asked outside of whatever call gave rise to it: that one's deadline is not this one's. */
  private readonly apart = AsyncLocalStorage.snapshot();

  constructor(parts: WatchParts) {
    this.parts = parts;
    this.wrong = parts.unasked;
    this.known = parts.unasked === null ? accepted : unconfirmed;
  }

  /** Null when all is well, else what is wrong, for an operator. */
  trouble(): string | null {
    return this.wrong;
  }

  /** Whether the platform accepts what Buddy proves itself with, as it said last. */
  standing(): Standing {
    return this.known;
  }

  start(): void {
    void this.ask();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Asks now; anyone who asks meanwhile waits for the same answer. */
  ask(): Promise<void> {
    this.asking ??= this.apart(async () => {
      if (!this.stopped) this.note(await this.parts.ask());
    }).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** Something went wrong elsewhere that tells how things stand; null: they stand well. */
  note(fault: Fault | null): void {
    if (this.stopped) return;
    const { log, lines, platform, every } = this.parts;
    if (fault === null && this.wrong !== null) log.info(lines.well, { platform });
    if (fault !== null && fault.words !== this.wrong) log.error(lines.wrong, { platform, code: fault.code });
    this.wrong = fault?.words ?? null;
    this.known = standingAfter(fault);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), fault === null ? every.wellMs : every.wrongMs);
    this.timer.unref();
  }
}

function standingAfter(fault: Fault | null): Standing {
  if (fault === null) return accepted;
  return fault.isRefusal ? refusedFor(fault.code) : unconfirmed;
}
