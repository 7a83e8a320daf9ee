import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MicrosoftKeys } from '../../adapters/teams/microsoft-keys.ts';
import { requireServiceUrl, TokenCheck } from '../../adapters/teams/token-check.ts';
import { channelKey, foreignKey, publicJwk, type SigningKey, signedToken } from '../support/teams/keys.ts';
import type { Fields } from '../support/teams/types.ts';

const appId = '0e1d0000-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/amer/';
const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 14);

const realNow = Date.now;
let now: number;
/** What Microsoft publishes; a status instead, when it does not answer well. */
let published: readonly SigningKey[] | number;
let asked: string[];
let check: TokenCheck;

beforeEach(() => {
  now = start;
  published = [channelKey(), foreignKey()];
  asked = [];
  // jose asks Date itself how old its keys are.
  Date.now = () => now;
  const ask = async (url: unknown) => {
    asked.push(String(url));
    if (typeof published === 'number') return new Response('', { status: published });
    return Response.json(
      asked.at(-1)?.endsWith('/openidconfiguration')
        ? { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
        : { keys: published.map(publicJwk) },
    );
  };
  check = new TokenCheck(appId, new MicrosoftKeys(ask, () => now), () => now);
});
afterEach(() => {
  Date.now = realNow;
});

function tokenOf(change: Fields = {}, key = channelKey(), head: Fields = {}): string {
  const seconds = now / 1000;
  const times = { nbf: seconds, exp: seconds + 3600 };
  const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, ...times };
  return `Bearer ${signedToken({ ...claims, ...change }, key, head)}`;
}

/** What the check says to a token: `authentic`, or the code of why not. */
const verdict = (token: string, about: unknown = serviceUrl): Promise<string> =>
  check
    .check(token)
    .then((claims) => requireServiceUrl(claims, about))
    .then(
      () => 'authentic',
      (error: { code: string }) => error.code,
    );

describe('clocks that differ by five minutes are forgiven, not more', () => {
  test.each([
    ['ended just now', { exp: -1 }, 'authentic'],
    ['ended almost five minutes ago', { exp: -299 }, 'authentic'],
    ['ended five minutes ago', { exp: -300 }, 'expired'],
    ['begins in five minutes', { nbf: 300 }, 'authentic'],
    ['begins in more than five minutes', { nbf: 301 }, 'not_yet_valid'],
  ])('a token that %s', async (_, change, expected) => {
    const times = Object.entries(change).map(([name, seconds]) => [name, now / 1000 + seconds]);
    expect(await verdict(tokenOf(Object.fromEntries(times)))).toBe(expected);
  });
});

describe('what is wrong with a token is named in the log', () => {
  test.each<[string, string, () => string]>([
    ['no_token', 'two tokens', () => `${tokenOf()} ${tokenOf()}`],
    ['other_issuer', 'another issuer', () => tokenOf({ iss: 'https://sts.windows.net/' })],
    ['other_audience', 'another app', () => tokenOf({ aud: 'another' })],
    ['bad_exp', 'no end', () => tokenOf({ exp: undefined })],
    ['bad_exp', 'an end that is no number', () => tokenOf({ exp: 'never' })],
    ['other_service_url', 'another service URL', () => tokenOf({ serviceurl: `${serviceUrl}x` })],
    ['not_endorsed', 'a key for other channels', () => tokenOf({}, foreignKey())],
    ['unknown_key', 'a key without a name', () => tokenOf({}, channelKey(), { kid: undefined })],
    ['err_jose_alg_not_allowed', 'no signature', () => tokenOf({}, channelKey(), { alg: 'none' })],
    ['err_jws_invalid', 'words', () => 'Bearer a.b.c'],
  ])('%s: %s', async (code, _, token) => {
    expect(await verdict(token())).toBe(code);
  });

  test('a good token says what it says', async () => {
    expect(await check.check(tokenOf())).toMatchObject({ aud: appId, serviceurl: serviceUrl });
    for (const nothing of [null, '', [serviceUrl], {}])
      expect(await verdict(tokenOf(), nothing)).toBe('other_service_url');
  });
});

describe("Microsoft's keys", () => {
  const newKey = { ...foreignKey(), kid: 'new-key', endorsements: ['msteams'] };

  test('are fetched once for everyone who writes at once, and kept for a day', async () => {
    const verdicts = await Promise.all([1, 2, 3, 4].map(() => verdict(tokenOf())));
    expect(verdicts).toEqual(['authentic', 'authentic', 'authentic', 'authentic']);
    expect(asked).toHaveLength(2);
    now += 24 * 60 * minute - 1;
    expect(await verdict(tokenOf())).toBe('authentic');
    expect(asked).toHaveLength(2);
    now += 1;
    expect(await verdict(tokenOf())).toBe('authentic');
    expect(asked).toHaveLength(4);
  });

  test('that are new are found after an hour, and forged names of keys do not have them asked for before', async () => {
    await verdict(tokenOf());
    published = [newKey];
    now += 60 * minute - 1;
    expect(await verdict(tokenOf({}, newKey))).toBe('unknown_key');
    expect(asked).toHaveLength(2);
    now += 1;
    expect(await verdict(tokenOf({}, newKey))).toBe('authentic');
    expect(await verdict(tokenOf())).toBe('unknown_key');
    expect(asked).toHaveLength(4);
  });

  test('that cannot be had let nobody in, are not asked for again for two seconds, and then are', async () => {
    published = 503;
    const refused = await check.check(tokenOf()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'keys_unavailable', cause: { code: 'http_503' } });
    published = [channelKey()];
    now += 1999;
    expect(await verdict(tokenOf())).toBe('keys_unavailable');
    expect(asked).toHaveLength(1);
    now += 1;
    expect(await verdict(tokenOf())).toBe('authentic');
  });

  test('stay known when something else answers in their place', async () => {
    await verdict(tokenOf());
    published = [];
    now += 60 * minute;
    expect(await verdict(tokenOf({}, newKey))).toBe('keys_unavailable');
    expect(await verdict(tokenOf())).toBe('authentic');
  });

  test('that could not be renewed after a day let nobody in either', async () => {
    await verdict(tokenOf());
    published = 500;
    now += 24 * 60 * minute;
    expect(await verdict(tokenOf())).toBe('keys_unavailable');
  });
});
