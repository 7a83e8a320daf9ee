import { X509Certificate } from 'node:crypto';
import http from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { readTextFile } from '../system/text-file.ts';
import { ConfigFault } from './config-fault.ts';

/** How calls get out of the hospital. */
export interface WayOut {
  /** A proxy for everything over https; null for none. May have a password in it. */
  readonly httpsProxy: string | null;
  /** What is reached without it, as NO_PROXY has it. This machine always is. */
  readonly noProxy: string;
  /** A file of certificates to trust beside Node's own; null for none. */
  readonly extraCertificates: string | null;
}

/**
 * From now on fetch and `https.globalAgent` take this way out, and everything over TLS trusts these certificates. Node reads
 * both from its environment, too, but only before Buddy has read `.env`. Throws ConfigFault.
 */
export function takeWayOut({ httpsProxy, noProxy, extraCertificates }: WayOut): void {
  if (extraCertificates !== null) {
    setDefaultCACertificates([...getCACertificates('default'), ...certificatesIn(extraCertificates)]);
  }
  if (httpsProxy !== null) http.setGlobalProxyFromEnv({ https_proxy: httpsProxy, no_proxy: noProxy });
}

function certificatesIn(path: string): string[] {
  const file = readTextFile(path);
  if (!file.ok) throw new ConfigFault(`NODE_EXTRA_CA_CERTS names ${path}${file.why}.`);
  const found = file.text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || !found.every(isCertificate)) {
    throw new ConfigFault(
      `NODE_EXTRA_CA_CERTS names ${path}, which has no certificate in PEM, or a damaged one.`,
    );
  }
  return found;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
