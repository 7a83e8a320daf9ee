import type { ChatAdapter } from '../chat/adapter.ts';
import type { Card } from '../chat/card.ts';
import type { DeliveryResult } from '../chat/delivery.ts';
import { type Log, loggedError } from '../system/logger.ts';
import type { After } from './timer.ts';
import type { Claim } from './under-way.ts';

/** Adapters give up after 10 s by themselves; whatever they do, an answer is in before the lease ends. */
const guardMs = 12_000;

export interface Delivering {
  readonly adapter: Pick<ChatAdapter, 'deliver'>;
  readonly after: After;
  readonly log: Log;
}

/** One try. Never throws, and never takes longer than the guard. */
export function deliver(claim: Claim, { adapter, after, log }: Delivering): Promise<DeliveryResult> {
  return new Promise((resolve) => {
    const cancel = after(guardMs, () => resolve({ ok: false, why: 'temporary', code: 'no_answer' }));
    attempt(claim, adapter)
      .catch((error: unknown): DeliveryResult => {
        log.error('an adapter threw while delivering', {
          platform: claim.to.platform,
          error: loggedError(error),
        });
        return { ok: false, why: 'temporary', code: 'adapter_threw' };
      })
      .then((result) => {
        cancel();
        resolve(result);
      });
  });
}

async function attempt(claim: Claim, adapter: Pick<ChatAdapter, 'deliver'>): Promise<DeliveryResult> {
  const card = JSON.parse(claim.card) as Card;
  const to = { person: claim.to, address: claim.address };
  if (claim.changes === null) return adapter.deliver(to, { card }, { key: claim.key });
  // Each version of a change is a message of its own: a platform must not take the newer for a repetition.
  const options = { key: `${claim.key}:${claim.version}`, replaces: claim.changes.ref };
  return adapter.deliver(to, { card }, options);
}
