import { decrypted, encrypted, keyedFingerprint } from './cipher.ts';
import { createKeyFolder } from './key-folder.ts';
import { isKeyId, isPast, type Keys, monthOf } from './keys.ts';
import { createKeysInMemory } from './keys-in-memory.ts';

/** A text that only its month's key opens, and which key that is. */
export interface Sealed {
  readonly keyId: string;
  /** base64url of version | nonce | ciphertext | tag. */
  readonly sealed: string;
}

/**
 * Texts that can be read while a key outside the database is there, and never again once it's destroyed: not in a backup,
 * a replica or a stolen file either. Every call reads the key from its file, so that none outlives it. Throws KeysFault where
 * the keys are there and can't be used.
 */
export interface Seals {
  /** Under the key of `now`'s UTC month, made where there's none. */
  seal(text: string, now: number): Promise<Sealed>;
  /** Null when the key is gone, or this isn't what was sealed under it. */
  open(sealed: Sealed): Promise<string | null>;
  /** What finds a person's rows without naming them: one for each key that there is. */
  fingerprints(text: string): Promise<readonly string[]>;
  /** Null when the key is gone. */
  fingerprint(text: string, keyId: string): Promise<string | null>;
  /** Of each of them, in their order, while the key is read once. None when it's gone. */
  fingerprintEach(texts: readonly string[], keyId: string): Promise<readonly string[]>;
  /** Destroys the keys whose month has been over for 40 days, but for those in `needed`. How many. */
  destroyUnneeded(needed: ReadonlySet<string>, now: number): Promise<number>;
  /** Why keys can't be read or written, in one sentence for an operator; null when all is well. Changes nothing. */
  trouble(): Promise<string | null>;
}

/** With keys in this folder, which is made when the first is needed. Processes that share it share the keys. */
export function createSeals(folder: string): Seals {
  return sealsWith(createKeyFolder(folder));
}

/** With keys that end with this process, for a database that does, too. */
export function createSealsInMemory(): Seals {
  return sealsWith(createKeysInMemory());
}

function sealsWith(keys: Keys): Seals {
  const withKey = async <T>(id: string, use: (key: Buffer) => T): Promise<T | null> => {
    const key = isKeyId(id) ? await keys.read(id) : null;
    return key === null ? null : usedOnce(key, use);
  };
  const fingerprint = (text: string, keyId: string) =>
    withKey(keyId, (key) => keyedFingerprint(text, key, keyId));
  return {
    async seal(text, now) {
      const keyId = monthOf(now);
      const sealed = usedOnce(await keys.made(keyId), (key) => encrypted(text, key, keyId));
      return { keyId, sealed: sealed.toString('base64url') };
    },
    open({ keyId, sealed }) {
      return withKey(keyId, (key) => decrypted(Buffer.from(sealed, 'base64url'), key, keyId));
    },
    async fingerprints(text) {
      const found: string[] = [];
      for (const id of await keys.ids()) {
        const one = await fingerprint(text, id);
        if (one !== null) found.push(one);
      }
      return found;
    },
    fingerprint,
    async fingerprintEach(texts, keyId) {
      const each = (key: Buffer) => texts.map((text) => keyedFingerprint(text, key, keyId));
      return (await withKey(keyId, each)) ?? [];
    },
    async destroyUnneeded(needed, now) {
      let destroyed = 0;
      for (const id of await keys.ids()) {
        if (!needed.has(id) && isPast(id, now) && (await keys.destroy(id))) destroyed += 1;
      }
      return destroyed;
    },
    trouble: () => keys.trouble(),
  };
}

function usedOnce<T>(key: Buffer, use: (key: Buffer) => T): T {
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}
