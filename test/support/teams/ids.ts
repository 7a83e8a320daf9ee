import { createHash, randomBytes } from 'node:crypto';

/** The same hexadecimal text for the same words, for ids that outlive one stand-in. */
function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** A GUID made of `words`; a GUID stays what it is. */
export function guid(words: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words)) return words.toLowerCase();
  const hex = digest(words);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** What Teams calls someone towards one bot. */
export function userIdOf(objectId: string, appId: string): string {
  return `29:1${Buffer.from(digest(`${objectId} ${appId}`), 'hex').toString('base64url')}`;
}

/** The personal chat of someone with one bot: the same one always. */
export function personalChatOf(objectId: string, appId: string): string {
  return `a:1${Buffer.from(digest(`chat ${objectId} ${appId}`), 'hex').toString('base64url')}`;
}

export interface Ids {
  /** A message's id: the milliseconds of its time, unique and increasing. */
  message(): string;
  /** The id of an activity that is no message, such as `f:8d2c…`. */
  event(): string;
}

export function createIds(): Ids {
  let last = 0;
  return {
    message() {
      last = Math.max(last + 1, Date.now());
      return String(last);
    },
    event: () => `f:${randomBytes(16).toString('hex')}`,
  };
}
