import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

interface Scripted {
  /** How many calls meet it, 1 if absent; Infinity for all. */
  readonly times?: number;
  /** Only calls that concern this person (a user id). */
  readonly to?: string;
}

/** What goes wrong with a call. `delivers`: whether the call takes effect although it is not answered well. */
export type Fault = Scripted &
  (
    | { readonly kind: 'rate-limited'; readonly retryAfter?: number }
    | { readonly kind: 'server-error'; readonly delivers?: boolean }
    /** The message is there, then the connection breaks: a client that retries makes a duplicate. */
    | { readonly kind: 'drop-after-delivery' }
    | { readonly kind: 'drop-before' }
    /** Never answered, until the caller hangs up or the stand-in stops. */
    | { readonly kind: 'hang'; readonly delivers?: boolean }
    /** Takes effect at once and answers after `ms`: a client that loses patience makes a duplicate. */
    | { readonly kind: 'slow'; readonly ms: number }
    | { readonly kind: 'error'; readonly error: string }
    | { readonly kind: 'nonsense'; readonly delivers?: boolean }
  );

/** The faults that were scripted, and the pace that is enforced. */
export class Faults {
  private readonly scripted: { method: string; fault: Fault; left: number }[] = [];
  private pace: { perMinute: number; minuteMs: number } | undefined;
  private accepted: number[] = [];

  add(method: string, fault: Fault): void {
    this.scripted.push({ method, fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.scripted.length = 0;
    this.pace = undefined;
    this.accepted = [];
  }

  enforceRate(pace: { readonly perMinute: number; readonly minuteMs?: number }): void {
    this.pace = { perMinute: pace.perMinute, minuteMs: pace.minuteMs ?? 60_000 };
    this.accepted = [];
  }

  /** The fault that this call meets, used up by it. Scripts are met in the order in which they were written. */
  take(method: string, to: string | undefined): Fault | undefined {
    const meets = ({ left, fault, ...script }: (typeof this.scripted)[number]) =>
      left > 0 && [method, '*'].includes(script.method) && (fault.to === undefined || fault.to === to);
    const script = this.scripted.find(meets);
    if (script) script.left -= 1;
    return script?.fault;
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
    case 'drop-after-delivery':
      work();
      response.destroy();
      return;
    case 'drop-before':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'slow': {
      const answer = work();
      await sleep(fault.ms, undefined, { ref: false });
      return respond(200, answer);
    }
  }
}
