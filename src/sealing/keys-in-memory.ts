import { newSecret } from '../system/ids.ts';
import { type Keys, keyLength } from './keys.ts';

/** Keys that end with this process. */
export function createKeysInMemory(): Keys {
  const keys = new Map<string, Buffer>();
  return {
    async made(id) {
      const key = keys.get(id) ?? newSecret(keyLength);
      keys.set(id, key);
      return Buffer.from(key);
    },
    async read(id) {
      const key = keys.get(id);
      return key === undefined ? null : Buffer.from(key);
    },
    ids: async () => [...keys.keys()],
    async destroy(id) {
      keys.get(id)?.fill(0);
      return keys.delete(id);
    },
    trouble: async () => null,
  };
}
