import type { ServerResponse } from 'node:http';
import { type LineFault, meetOnTheWay, type Scripted, Scripts } from '../faults.ts';

/** What goes wrong with a call. `delivers`: whether the call takes effect although it is not answered well. */
export type Fault = Scripted &
  (
    | { readonly kind: 'rate-limited'; readonly retryAfter?: number }
    | { readonly kind: 'server-error'; readonly delivers?: boolean }
    | LineFault
    | { readonly kind: 'error'; readonly error: string }
    | { readonly kind: 'nonsense'; readonly delivers?: boolean }
  );

/** The faults that were scripted, and the pace that is enforced. */
export class Faults extends Scripts<Fault> {
  private pace: { perMinute: number; minuteMs: number } | undefined;
  private accepted: number[] = [];

  constructor() {
    super((meant, method) => meant === method || meant === '*');
  }

  override clear(): void {
    super.clear();
    this.pace = undefined;
    this.accepted = [];
  }

  enforceRate(pace: { readonly perMinute: number; readonly minuteMs?: number }): void {
    this.pace = { perMinute: pace.perMinute, minuteMs: pace.minuteMs ?? 60_000 };
    this.accepted = [];
  }

  /** Counts a message against the enforced pace: undefined when it may pass, else the seconds to wait. */
  secondsToWait(now: number): number | undefined {
    if (!this.pace) return undefined;
    const since = now - this.pace.minuteMs;
    while (this.accepted[0] !== undefined && this.accepted[0] <= since) this.accepted.shift();
    const oldest = this.accepted[0];
    if (this.accepted.length >= this.pace.perMinute && oldest !== undefined) {
      return Math.max(1, Math.ceil((oldest - since) / 1000));
    }
    this.accepted.push(now);
    return undefined;
  }
}

export type Respond = (status: number, body: object | string, headers?: Record<string, string>) => void;

/** Answers 429 as Slack does. */
export function respondRateLimited(respond: Respond, seconds: number): void {
  respond(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
}

/**
 * Lets a call run into `fault`. `work` does what was asked for and gives what Slack would answer; it is called only
 * where the fault lets the call take effect.
 */
export async function meet(
  fault: Fault,
  response: ServerResponse,
  respond: Respond,
  work: () => object,
): Promise<void> {
  if ('delivers' in fault && fault.delivers) work();
  switch (fault.kind) {
    case 'rate-limited':
      return respondRateLimited(respond, fault.retryAfter ?? 1);
    case 'server-error':
      return respond(500, 'Internal Server Error');
    case 'nonsense':
      return respond(200, '<!DOCTYPE html><title>Slack</title><p>Sign in to continue.</p>');
    case 'error':
      return respond(200, { ok: false, error: fault.error });
    default:
      return meetOnTheWay(fault, response, work, (answer) => respond(200, answer));
  }
}
