import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Fields } from './types.ts';

/** A key of Microsoft's, as its key set publishes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** For which channels' tokens it stands; none on the keys of the login itself. */
  readonly endorsements: readonly string[];
}

function newKey(kid: string, endorsements: readonly string[]): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, endorsements };
}

/** Made at first use, and the same for the whole process: the SDK keeps the key sets of an address for an hour. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Signs what comes from Teams. The same key stands for Web Chat and Direct Line, as Microsoft's do. */
export const channelKey = lazily(() =>
  newKey('channel-key', ['msteams', 'webchat', 'directline', 'emailconnector', 'skype']),
);

/** Signs for other channels alone. */
export const foreignKey = lazily(() => newKey('foreign-key', ['facebook', 'telegram']));

/** Signs what the login hands out: the bot's own tokens, and those of emulators and other bots. */
export const loginKey = lazily(() => newKey('login-key', []));

/** A key that nobody has published. */
export const forgersKey = lazily(() => newKey('channel-key', []));

/** The key as it stands in a key set. */
export function publicJwk({ kid, privateKey, endorsements }: SigningKey): Fields {
  const { n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    kty: 'RSA',
    use: 'sig',
    kid,
    x5t: kid,
    n,
    e,
    ...(endorsements.length > 0 ? { endorsements } : {}),
  };
}

const encoded = (value: Fields): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token, RS256. `header` changes what its head says, not how it is signed. */
export function signedToken(claims: Fields, key: SigningKey, header: Fields = {}): string {
  const signed = `${encoded({ typ: 'JWT', alg: 'RS256', kid: key.kid, ...header })}.${encoded(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

/** The first two parts of a token, with a third that `signature` makes of them. */
export function tokenWith(header: Fields, claims: Fields, signature: (signed: string) => string): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${signature(signed)}`;
}

/** The claims of a token that `key` has signed; null for any other. */
export function claimsOf(token: string, key: SigningKey): Fields | null {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    createPublicKey(key.privateKey),
    Buffer.from(signature, 'base64url'),
  );
  return isSigned ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Fields) : null;
}
