import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readTextFile } from '../system/text-file.ts';

/** With which the bot signs that it is itself. */
export interface Certificate {
  /** In PEM, as the login's library takes it. */
  readonly privateKey: string;
  /** Of the certificate, in hexadecimal digits: by that Entra knows which of several it is. */
  readonly thumbprintSha256: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

type Read = { readonly ok: true; readonly value: Certificate } | { readonly ok: false; readonly why: string };

/** Below this the library doesn't sign. */
const fewestBits = 2048;

/**
 * A certificate and its key, in PEM, from two files; or from one, where `keyPath` is null. `why` names the setting. Whether the
 * certificate is still good is for Microsoft to say.
 */
export function readCertificate(path: string, keyPath: string | null): Read {
  const file = readTextFile(path);
  if (!file.ok) return no(`MicrosoftAppCertificateFile names ${path}${file.why}.`);
  const certificate = certificateIn(file.text);
  if (certificate === null)
    return no(
      `MicrosoftAppCertificateFile names ${path}, which has no certificate in PEM, or a damaged one.`,
    );
  const [keyName, keyFile] =
    keyPath === null
      ? [`MicrosoftAppCertificateFile names ${path}`, file]
      : [`MicrosoftAppCertificateKeyFile names ${keyPath}`, readTextFile(keyPath)];
  if (!keyFile.ok) return no(`${keyName}${keyFile.why}.`);
  const key = keyIn(keyFile.text);
  if (typeof key === 'string') return no(`${keyName}, ${key}`);
  if (!certificate.checkPrivateKey(key))
    return no(`${keyName}, whose key is not the one of the certificate.`);
  return {
    ok: true,
    value: {
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      expiresAt: Date.parse(certificate.validTo),
    },
  };
}

function no(why: string): Read {
  return { ok: false, why };
}

/** The first one, which is the bot's where those that have signed it follow. */
function certificateIn(text: string): X509Certificate | null {
  const [pem] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(text) ?? [];
  try {
    return pem === undefined ? null : new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** Or why there's none that can be used, in words that follow the file's name. */
function keyIn(text: string): KeyObject | string {
  const [pem = ''] = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(text) ?? [];
  if (pem === '') return 'which has no private key in PEM.';
  if (/ENCRYPTED/.test(pem)) {
    return 'whose key has a passphrase: write it without one, readable by the user who runs Buddy alone.';
  }
  try {
    const key = createPrivateKey(pem);
    const isLong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= fewestBits;
    return key.asymmetricKeyType === 'rsa' && isLong
      ? key
      : `whose key is no RSA key of at least ${fewestBits} bits, which is what Microsoft takes.`;
  } catch {
    return 'whose private key is damaged.';
  }
}
