import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { systemClock } from './clock.ts';

/**
 * A new id for a row: a UUID of version 7, which begins with the time in milliseconds. What is made one after the other
 * lies side by side in an index, whatever its size; nothing may rest on the order, since clocks are set back.
 */
export function newId(): string {
  const time = systemClock.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** An id that doesn't say when it was made, for what nobody should be able to date. */
export function newTimelessId(): string {
  return randomUUID();
}

/** A short id for log lines of one event: the random tail of a UUID, which Node makes many of at a time. */
export function newRequestId(): string {
  return randomUUID().slice(-12);
}

/** Letters and digits that nobody mixes up when a code is read aloud or from paper: no I, L, O, U. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to hand over in person, such as `7K3M-Q9XD`: 8 of 32 characters, 40 bits, from the system's random source. */
export function newCode(): string {
  const characters = Array.from({ length: 8 }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length)));
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** A one-way fingerprint: lets two texts be compared without keeping either. Hex SHA-256. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Bytes that nobody can guess, from the system's random source: a key, or a nonce. */
export function newSecret(length: number): Buffer {
  return randomBytes(length);
}
