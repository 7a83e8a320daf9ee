import { createHmac, timingSafeEqual } from 'node:crypto';
import { fingerprint, newSecret } from '../../system/ids.ts';
import type { PulseQuestion } from './rules.ts';

/** As many bytes as nobody guesses. */
const secretBytes = 32;
const tokenBytes = 16;

export function newPulseSecret(): string {
  return newSecret(secretBytes).toString('base64url');
}

/**
 * A token for one message: chance, sealed with the pulse's secret. It's written down nowhere: whether it's ours shows by the
 * seal. It holds nothing of who it's sent to.
 */
export function newToken(secret: string): string {
  const chance = newSecret(tokenBytes).toString('base64url');
  return `${chance}.${sealOf(secret, chance)}`;
}

/** Whether a token was made with this secret: none of another quarter is, and none that someone made up. */
export function isOurs(secret: string, token: string): boolean {
  const [chance = '', seal = ''] = token.split('.');
  const ours = Buffer.from(`${chance}.${sealOf(secret, chance)}`);
  const theirs = Buffer.from(`${chance}.${seal}`);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) && token.length === ours.length;
}

/** What is kept of a token that has been spent. Those of the two questions have nothing in common. */
export function spentFingerprint(question: PulseQuestion, token: string): string {
  return fingerprint(`${question} ${token}`);
}

function sealOf(secret: string, chance: string): string {
  return createHmac('sha256', secret).update(chance).digest('base64url');
}
