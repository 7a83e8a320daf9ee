import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { newSecret } from '../system/ids.ts';

const algorithm = 'aes-256-gcm';
const version = 1;
const nonceLength = 12;
const tagLength = 16;
/** Texts are filled up to a multiple of this, so that their length doesn't tell a name from a longer one. */
const pieceLength = 128;
const headLength = 4;

/** version | nonce | ciphertext | tag. It opens under the same key and id alone. */
export function encrypted(text: string, key: Buffer, keyId: string): Buffer {
  const own = derived(key, keyId, 'seal');
  try {
    const head = Buffer.of(version);
    const nonce = newSecret(nonceLength);
    const cipher = createCipheriv(algorithm, own, nonce).setAAD(boundTo(keyId));
    const inside = padded(text);
    const body = Buffer.concat([cipher.update(inside), cipher.final()]);
    inside.fill(0);
    return Buffer.concat([head, nonce, body, cipher.getAuthTag()]);
  } finally {
    own.fill(0);
  }
}

/** Null where it isn't what was encrypted under this key and id. */
export function decrypted(sealed: Buffer, key: Buffer, keyId: string): string | null {
  const bodyAt = 1 + nonceLength;
  if (sealed[0] !== version || sealed.length < bodyAt + pieceLength + tagLength) return null;
  const own = derived(key, keyId, 'seal');
  try {
    const decipher = createDecipheriv(algorithm, own, sealed.subarray(1, bodyAt), {
      authTagLength: tagLength,
    });
    decipher.setAAD(boundTo(keyId)).setAuthTag(sealed.subarray(-tagLength));
    const inside = decipher.update(sealed.subarray(bodyAt, -tagLength));
    if (!isWhole(() => decipher.final())) return null;
    const text = inside.toString('utf8', headLength, headLength + inside.readUInt32BE());
    inside.fill(0);
    return text;
  } finally {
    own.fill(0);
  }
}

/** The same for the same text under the same key; without the key it can't be told from chance. Hex. */
export function keyedFingerprint(text: string, key: Buffer, keyId: string): string {
  const own = derived(key, keyId, 'fingerprint');
  try {
    return createHmac('sha256', own).update(text).digest('hex');
  } finally {
    own.fill(0);
  }
}

/** One key for each purpose, so that nothing done with one says anything of the other. */
function derived(key: Buffer, keyId: string, purpose: 'seal' | 'fingerprint'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, keyId, `buddy support ${purpose} ${version}`, key.length));
}

function boundTo(keyId: string): Buffer {
  return Buffer.from(`buddy support seal ${version} ${keyId}`);
}

function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const inside = Buffer.alloc(Math.ceil((headLength + length) / pieceLength) * pieceLength);
  inside.writeUInt32BE(length);
  inside.write(text, headLength);
  return inside;
}

/** Node says by throwing that a tag doesn't fit. */
function isWhole(finish: () => Buffer): boolean {
  try {
    finish();
    return true;
  } catch {
    return false;
  }
}
