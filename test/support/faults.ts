import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Scripted {
  /** How many calls meet it, 1 if absent; Infinity for all. */
  readonly times?: number;
  /** Only calls that concern this person, by their id on the platform. */
  readonly to?: string;
}

/** What goes wrong on the way, whatever is spoken there. `delivers`: whether the call takes effect all the same. */
export type LineFault =
  /** The message is there, then the connection breaks: a client that retries makes a duplicate. */
  | { readonly kind: 'drop-after-delivery' }
  | { readonly kind: 'drop-before' }
  /** Never answered, until the caller hangs up or the stand-in stops. */
  | { readonly kind: 'hang'; readonly delivers?: boolean }
  /** Takes effect at once and answers after `ms`: a client that loses patience makes a duplicate. */
  | { readonly kind: 'slow'; readonly ms: number };

/** The faults that were scripted. */
export class Scripts<Fault extends Scripted> {
  private readonly scripted: { method: string; fault: Fault; left: number }[] = [];
  private readonly isMeant: (meant: string, method: string) => boolean;

  /** `isMeant`: whether a script for `meant` is for a call of `method`. */
  constructor(isMeant: (meant: string, method: string) => boolean) {
    this.isMeant = isMeant;
  }

  add(method: string, fault: Fault): void {
    this.scripted.push({ method, fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.scripted.length = 0;
  }

  /** The fault that this call meets, used up by it. Scripts are met in the order in which they were written. */
  take(method: string, to: string | undefined): Fault | undefined {
    const script = this.scripted.find(
      ({ left, fault, method: meant }) =>
        left > 0 && this.isMeant(meant, method) && (fault.to === undefined || fault.to === to),
    );
    if (script) script.left -= 1;
    return script?.fault;
  }
}

/** Lets a call run into what goes wrong on the way. `work` does what was asked for; `answer` sends what it gives. */
export async function meetOnTheWay<Outcome>(
  fault: LineFault,
  response: ServerResponse,
  work: () => Outcome,
  answer: (outcome: Outcome) => void,
): Promise<void> {
  switch (fault.kind) {
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
      const outcome = work();
      await sleep(fault.ms, undefined, { ref: false });
      answer(outcome);
    }
  }
}
