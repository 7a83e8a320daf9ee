import { assertionFault, type Signers } from './assertion.ts';
import { type Outcome, refusal } from './faults.ts';
import { guid } from './ids.ts';
import { channelKey, claimsOf, foreignKey, loginKey, publicJwk, signedToken } from './keys.ts';
import type { Fields } from './types.ts';

/** Who may get a token. */
export interface Account {
  readonly appId: string;
  /** Any of these; none where the app has no secret. */
  readonly passwords: string[];
  readonly signers: Signers;
  readonly tenantId: string;
}

/** The audience of the connector: the bot's tokens are for this and nothing else. */
const connector = 'https://api.botframework.com';
const botFrameworkLogin = 'login.botframework.com';
const entraLogin = 'login.microsoftonline.com';

export const loginHosts: readonly string[] = [botFrameworkLogin, entraLogin];

export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: Fields;
}

export interface LoginCall {
  readonly method: 'login.metadata' | 'login.keys' | 'login.discovery' | 'login.token';
  run(): Outcome;
}

/** What is asked of one of Microsoft's two login hosts; undefined where they have nothing. */
export function loginCall(account: Account, { host, path, query, form }: Asked): LoginCall | undefined {
  if (host === botFrameworkLogin) {
    if (path === '/v1/.well-known/openidconfiguration') return { method: 'login.metadata', run: botMetadata };
    if (path === '/v1/.well-known/keys')
      return { method: 'login.keys', run: () => keySet([channelKey(), foreignKey()].map(publicJwk)) };
    return undefined;
  }
  if (path === '/common/discovery/keys' || path.endsWith('/discovery/v2.0/keys'))
    return { method: 'login.keys', run: () => keySet([publicJwk(loginKey())]) };
  if (path === '/common/discovery/instance')
    return { method: 'login.discovery', run: () => instance(query.get('authorization_endpoint') ?? '') };
  const [, tenant = '', ...rest] = path.split('/');
  if (rest.join('/') === 'v2.0/.well-known/openid-configuration')
    return { method: 'login.metadata', run: () => tenantMetadata(tenant) };
  if (rest.join('/') === 'oauth2/v2.0/token')
    return { method: 'login.token', run: () => token(account, tenant, form) };
  return undefined;
}

function botMetadata(): Outcome {
  return {
    status: 200,
    body: {
      issuer: connector,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `https://${botFrameworkLogin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  };
}

function keySet(keys: readonly Fields[]): Outcome {
  return { status: 200, body: { keys } };
}

function instance(authorizationEndpoint: string): Outcome {
  const tenant = new URL(authorizationEndpoint).pathname.split('/')[1] ?? 'common';
  const aliases = [entraLogin, 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `https://${entraLogin}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: entraLogin, preferred_cache: 'login.windows.net', aliases }],
    },
  };
}

function tenantMetadata(tenant: string): Outcome {
  const base = `https://${entraLogin}/${tenant}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      issuer: `${base}/v2.0`,
      response_types_supported: ['code', 'id_token', 'token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  };
}

/** Client credentials, for the one app that is registered here, in its own tenant or the Bot Framework's. */
function token({ appId, passwords, signers, tenantId }: Account, tenant: string, form: Fields): Outcome {
  if (![tenantId, 'botframework.com'].includes(tenant.toLowerCase()))
    return failed(400, 'invalid_request', 'AADSTS90002: tenant not found');
  if (form.client_id !== appId)
    return failed(400, 'unauthorized_client', 'AADSTS700016: no such application');
  if (form.client_assertion !== undefined) {
    const fault = assertionFault(signers, form, `https://${entraLogin}/${tenant}/oauth2/v2.0/token`);
    if (fault !== null) return failed(401, 'invalid_client', `${fault}: the client assertion is not valid`);
  } else if (!passwords.includes(String(form.client_secret))) {
    return failed(401, 'invalid_client', 'AADSTS7000215: invalid client secret provided');
  }
  if (form.grant_type !== 'client_credentials') return failed(400, 'unsupported_grant_type', 'AADSTS70003');
  if (form.scope === undefined || !String(form.scope).includes(`${connector}/.default`))
    return failed(400, 'invalid_scope', 'AADSTS70011: the scope is not valid');
  const lifetime = 3599;
  const access_token = signedToken(botClaims(appId, tenantId, lifetime), loginKey());
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token },
  };
}

/** What the login says of the bot itself, for `seconds`. */
export function botClaims(appId: string, tenant: string, seconds: number): Fields {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now, exp: now + seconds };
  const issuer = `https://sts.windows.net/${tenant}/`;
  return { aud: connector, iss: issuer, ...times, appid: appId, tid: tenant, ver: '1.0', oid: guid(appId) };
}

/** Whether the bot may call the connector with this header. */
export function isBots(authorization: string | undefined, { appId }: Account): boolean {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const claims = token === undefined ? null : claimsOf(token, loginKey());
  if (claims === null) return false;
  return claims.aud === connector && claims.appid === appId && Number(claims.exp) * 1000 > Date.now();
}

function failed(status: number, error: string, description: string): Outcome {
  const { body } = refusal(status, error);
  return { status, body: { ...(body as object), error, error_description: description, error_codes: [] } };
}
