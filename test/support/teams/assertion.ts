import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { jsonOf } from '../slack/http-route.ts';
import type { Fields } from './types.ts';

/** Whose signature counts for the app in place of a secret, as its registration has it. */
export interface Signers {
  /** In PEM, as they're uploaded. */
  readonly certificates: string[];
  /** The federated credential: who issues tokens, and for which workload. */
  federated: { readonly issuer: string; readonly subject: string; readonly key: KeyObject } | null;
}

export function noSigners(): Signers {
  return { certificates: [], federated: null };
}

const exchange = 'api://AzureADTokenExchange';

/** Microsoft's code for what is wrong with a client assertion; null when it's good. */
export function assertionFault(signers: Signers, form: Fields, tokenEndpoint: string): string | null {
  if (form.client_assertion_type !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    return 'AADSTS70003';
  const [head = '', claims = '', signature = ''] = String(form.client_assertion).split('.');
  const [header, said] = [head, claims].map((part) => jsonOf(String(Buffer.from(part, 'base64url'))) ?? {});
  const signed = { data: Buffer.from(`${head}.${claims}`), signature: Buffer.from(signature, 'base64url') };
  if (header === undefined || said === undefined) return 'AADSTS50027';
  if (Number(said.exp) * 1000 <= Date.now()) return 'AADSTS700024';
  return header['x5t#S256'] === undefined
    ? federatedFault(signers, said, signed)
    : certificateFault(signers, { header, said, form, tokenEndpoint }, signed);
}

interface Signed {
  readonly data: Buffer;
  readonly signature: Buffer;
}

function certificateFault(
  { certificates }: Signers,
  {
    header,
    said,
    form,
    tokenEndpoint,
  }: { header: Fields; said: Fields; form: Fields; tokenEndpoint: string },
  { data, signature }: Signed,
): string | null {
  const known = certificates
    .map((pem) => new X509Certificate(pem))
    .find((one) => thumbprintOf(one) === header['x5t#S256']);
  if (known === undefined || Date.parse(known.validTo) <= Date.now()) return 'AADSTS700027';
  const key = {
    key: known.publicKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  if (header.alg !== 'PS256' || !verify('sha256', data, key, signature)) return 'AADSTS700027';
  const isForUs = said.aud === tokenEndpoint && said.iss === form.client_id && said.sub === form.client_id;
  return isForUs ? null : 'AADSTS50027';
}

function thumbprintOf(certificate: X509Certificate): string {
  return Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
}

function federatedFault({ federated }: Signers, said: Fields, { data, signature }: Signed): string | null {
  if (federated === null) return 'AADSTS70021';
  if (said.iss !== federated.issuer) return 'AADSTS700211';
  if (said.sub !== federated.subject) return 'AADSTS700213';
  if (![said.aud].flat().includes(exchange)) return 'AADSTS700212';
  return verify('sha256', data, federated.key, signature) ? null : 'AADSTS700222';
}
