import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../src/system/secret.ts';
import { clockSkewSeconds } from './limits.ts';

/** What Slack says of a request, in its headers as they came. */
export interface Claimed {
  readonly timestamp: string;
  readonly signature: string;
}

/** `clock`: says that it was signed too long ago, or too far ahead. */
export type Forgery = 'no_signature' | 'wrong_signature' | 'clock';

/** What is wrong with what a request says of itself at about `now` (epoch milliseconds), before its body is looked at. */
export function faultOnSight({ timestamp, signature }: Claimed, now: number): Forgery | null {
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'no_signature';
  return Math.abs(now / 1000 - Number(timestamp)) > clockSkewSeconds ? 'clock' : null;
}

/**
 * Tells Slack's requests from all others, by https://docs.slack.dev/authentication/verifying-requests-from-slack. Bolt's
 * own check lets timestamps from the future pass, and takes a third of the time of a whole answer: it makes the key
 * again for each request, and compares by two more digests. When another secret takes the place of the one it knows, what Slack
 * may have signed with the old one just before still counts, for as long as a request may be old.
 */
export class Signature {
  private readonly secret: Secret;
  private known: { readonly text: string; readonly key: KeyObject };
  private former: { readonly key: KeyObject; readonly until: number } | null = null;

  constructor(signingSecret: Secret) {
    this.secret = signingSecret;
    this.known = keyOf(signingSecret.value);
  }

  /** What is wrong with a request of this body, byte by byte as it came; null when Slack has signed it. */
  faultOf(body: Buffer, claimed: Claimed, now: number): Forgery | null {
    const fault = faultOnSight(claimed, now);
    if (fault !== null) return fault;
    this.follow(now);
    const { known, former } = this;
    if (isSigned(body, claimed, known.key)) return null;
    if (former !== null && now < former.until && isSigned(body, claimed, former.key)) return null;
    if (this.secret.insteadOf(known.text) === null) return 'wrong_signature';
    this.follow(now);
    return isSigned(body, claimed, this.known.key) ? null : 'wrong_signature';
  }

  private follow(now: number): void {
    if (this.secret.value === this.known.text) return;
    this.former = { key: this.known.key, until: now + clockSkewSeconds * 1000 };
    this.known = keyOf(this.secret.value);
  }
}

function keyOf(text: string): { readonly text: string; readonly key: KeyObject } {
  return { text, key: createSecretKey(text, 'utf8') };
}

function isSigned(body: Buffer, { timestamp, signature }: Claimed, key: KeyObject): boolean {
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(digest, Buffer.from(signature.slice('v0='.length), 'hex'));
}
