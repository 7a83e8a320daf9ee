import type { DeliveryResult } from '../chat/delivery.ts';

export type Failure = Extract<DeliveryResult, { ok: false }>;

/** No try follows a failed one sooner than this. */
export const soonestRetryMs = 2_500;

/** Nor later than this, unless the platform asks for more patience. */
const latestRetryMs = 75_000;

/** So often a message is tried before an answer that may pass is believed. */
const triesToBelieve = 3;

/** The first retry comes at the latest after this; each further one may take twice as long. */
const firstRetryMs = 3_750;

/**
 * A message that fails while others get through is tried so often, for about an hour: whatever an adapter takes for a
 * failure, nobody gets a message more often than this.
 */
export const mostTries = 60;

/**
 * While nobody gets through, the platform is away, which may last for days: of those tries only so many count, just enough
 * for the longest pause between two.
 */
const mostTriesAway = 10;

/**
 * When a delivery that failed is tried again; null when it never is. `attempts` counts the tries so far, the failed one
 * included; `spread` is between 0 and 1 and tells retries apart that would fall together.
 */
export function nextTryAt(failure: Failure, attempts: number, now: number, spread: number): number | null {
  switch (failure.why) {
    case 'unreachable':
    case 'rejected':
      if (failure.mayPass !== true || attempts >= triesToBelieve) return null;
      return now + backoffMs(attempts, spread);
    case 'rate-limited':
    case 'temporary': {
      const asked = askedMs(failure);
      if (failure.why === 'rate-limited' && asked > 0) return now + Math.max(asked, soonestRetryMs);
      return now + Math.max(asked, backoffMs(attempts, spread));
    }
  }
}

/** Whether a message that has failed so often is not tried any more. */
export function isGivenUp(attempts: number, othersGetThrough: boolean): boolean {
  return othersGetThrough && attempts >= mostTries;
}

/** How many tries a message has behind it that count, after one more has failed. */
export function triesThatCount(attempts: number, othersGetThrough: boolean): number {
  return othersGetThrough || attempts <= mostTriesAway ? attempts : attempts - 1;
}

/** Until when the platform wants nothing of this kind, and who for; null when it is not the pace that failed. */
export function heldUntil(
  failure: Failure,
  now: number,
): { readonly who: 'workspace' | 'recipient'; readonly until: number } | null {
  if (failure.why !== 'rate-limited') return null;
  return { who: failure.holds ?? 'workspace', until: now + (askedMs(failure) || soonestRetryMs) };
}

function backoffMs(attempts: number, spread: number): number {
  const longest = Math.min(latestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 16));
  return Math.round((longest * (2 + spread)) / 3);
}

function askedMs({ retryAfterMs = 0 }: Failure): number {
  return Number.isFinite(retryAfterMs) ? Math.max(0, Math.ceil(retryAfterMs)) : 0;
}
