import { createHmac, createPublicKey } from 'node:crypto';
import { channelKey, foreignKey, forgersKey, loginKey, signedToken, tokenWith } from './keys.ts';
import { botClaims } from './login.ts';
import type { Fields } from './types.ts';

export type Headers = Record<string, string>;

const json = 'application/json; charset=utf-8';
const seconds = () => Math.floor(Date.now() / 1000);

/** Whom a token is for, and where its sender wants to be answered. */
export interface Bearer {
  readonly appId: string;
  readonly serviceUrl: string;
}

export function channelClaims({ appId, serviceUrl }: Bearer): Fields {
  const now = seconds();
  const times = { nbf: now - 300, exp: now + 3600 };
  return { serviceurl: serviceUrl, iss: 'https://api.botframework.com', aud: appId, ...times };
}

export function bearing(token: string): Headers {
  return { 'content-type': json, authorization: `Bearer ${token}` };
}

/** The headers with which Teams sends an activity: with a token of this hour. */
export function teamsHeaders(bearer: Bearer): Headers {
  return bearing(signedToken(channelClaims(bearer), channelKey()));
}

/** Without authentication, as Microsoft's local client sends. */
export const openHeaders: Headers = { 'content-type': json };

/** Headers that Teams would never send, by what is wrong with them. A bot must refuse each with 401. */
export function forgeries(bearer: Bearer): Record<string, Headers> {
  const claims = channelClaims(bearer);
  const good = signedToken(claims, channelKey());
  const said = (change: Fields) => bearing(signedToken({ ...claims, ...change }, channelKey()));
  const without = (name: string) => said({ [name]: undefined });
  const as = (authorization: string) => ({ 'content-type': json, authorization });
  const [head = '', body = '', signature = ''] = good.split('.');
  const rs256 = { typ: 'JWT', alg: 'RS256', kid: channelKey().kid };
  const publicPem = createPublicKey(channelKey().privateKey).export({ type: 'spki', format: 'pem' });
  const hmac = (signed: string) => createHmac('sha256', publicPem).update(signed).digest('base64url');
  const now = seconds();
  const botFramework = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
  return {
    'no header': openHeaders,
    'an empty header': as(''),
    'a token without a scheme': as(good),
    'Basic instead of Bearer': as(`Basic ${Buffer.from(`${bearer.appId}:x`).toString('base64')}`),
    'Bearer without a token': as('Bearer '),
    'bearer in lower case': as(`bearer ${good}`),
    'two tokens': as(`Bearer ${good} ${good}`),
    'no token at all but words': bearing('let-me-in'),
    'garbage in three parts': bearing('a.b.c'),
    'no signature': bearing(`${head}.${body}.`),
    'the signature of another token': bearing(
      `${head}.${Buffer.from(JSON.stringify({ ...claims, exp: now + 9999 })).toString('base64url')}.${signature}`,
    ),
    'alg none': bearing(tokenWith({ ...rs256, alg: 'none' }, claims, () => '')),
    'HS256 with the public key as its secret': bearing(tokenWith({ ...rs256, alg: 'HS256' }, claims, hmac)),
    'RS256 by name, HS256 by signature': bearing(tokenWith(rs256, claims, hmac)),
    'another key with the same id': bearing(signedToken(claims, forgersKey())),
    'a key id that nobody published': bearing(signedToken(claims, channelKey(), { kid: 'unheard-of' })),
    'no key id': bearing(signedToken(claims, channelKey(), { kid: undefined })),
    'a key in its own head': bearing(
      signedToken(claims, forgersKey(), {
        jwk: createPublicKey(forgersKey().privateKey).export({ format: 'jwk' }),
      }),
    ),
    'a key that is endorsed for other channels': bearing(signedToken(claims, foreignKey())),
    'a key of the login': bearing(signedToken(claims, loginKey())),
    'expired an hour ago': said({ nbf: now - 7200, exp: now - 3600 }),
    'not valid before an hour from now': said({ nbf: now + 3600, exp: now + 7200 }),
    'another issuer': said({ iss: 'https://api.botframework.example' }),
    'no issuer': without('iss'),
    'another app': said({ aud: '00000000-0000-4000-8000-000000000000' }),
    'no app': without('aud'),
    'another service URL': said({ serviceurl: 'https://smba.trafficmanager.net/elsewhere/' }),
    'no service URL': without('serviceurl'),
    // With the secret of any bot one gets such tokens; the SDK takes them for those of an emulator.
    "the bot's own token from the login": bearing(
      signedToken(botClaims(bearer.appId, botFramework, 3600), loginKey()),
    ),
    "an emulator's token of version 2": bearing(
      signedToken(
        {
          ...botClaims(bearer.appId, botFramework, 3600),
          iss: `https://login.microsoftonline.com/${botFramework}/v2.0`,
          ...{ ver: '2.0', azp: bearer.appId, aud: bearer.appId, serviceurl: bearer.serviceUrl },
        },
        loginKey(),
      ),
    ),
    'a token of another bot': bearing(
      signedToken(
        {
          ...botClaims('99999999-0000-4000-8000-000000000000', botFramework, 3600),
          ...{ aud: bearer.appId, serviceurl: bearer.serviceUrl },
        },
        loginKey(),
      ),
    ),
  };
}
