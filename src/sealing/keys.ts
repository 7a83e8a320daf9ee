import { millisecondsInDay } from '../calendar/spans.ts';

/** The keys that there are, one for each UTC month, by an id such as `2026-11`. Where they lie is each kind's own. */
export interface Keys {
  /** This key, made where there's none. Of several that make it at once, all get the same. */
  made(id: string): Promise<Buffer>;
  /** Null where there's none, or it has been destroyed. The caller wipes what it got. */
  read(id: string): Promise<Buffer | null>;
  /** Those of keys that were never finished, too. */
  ids(): Promise<readonly string[]>;
  /** False where it was gone already. */
  destroy(id: string): Promise<boolean>;
  trouble(): Promise<string | null>;
}

/** Keys that can't be read or written. The message is one sentence that names BUDDY_SUPPORT_KEYS. */
export class KeysFault extends Error {
  override readonly name = 'KeysFault';
}

export function keysFault(place: string, why: string): KeysFault {
  return new KeysFault(`BUDDY_SUPPORT_KEYS: ${place} ${why}.`);
}

export const keyLength = 32;

/** What's open ends by itself after 30 days: ten days more for a backup that's put back. */
const keptMs = 40 * millisecondsInDay;

export function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 'yyyy-mm'.length);
}

/** What could also be a path is no id. */
export function isKeyId(id: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(id);
}

/** Whether its month has been over for 40 days. */
export function isPast(id: string, now: number): boolean {
  const [year = 0, month = 0] = id.split('-').map(Number);
  return now >= Date.UTC(year, month) + keptMs;
}
