import type { FlattenedJWSInput, JWTHeaderParameters } from 'jose';
import { createRemoteJWKSet, customFetch } from 'jose/jwks/remote';
import { type Json, list, object, objectIn, string } from '../shared/json.ts';
import { NotAuthentic } from './not-authentic.ts';

/** https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const openIdMetadata = new URL('https://login.botframework.com/v1/.well-known/openidconfiguration');

/** An invoke has to be answered within 5 s, so there is no sense in waiting longer for Microsoft's keys. */
const keysWithinMs = 4_000;
/** For so long after they could not be had, nobody asks for the keys, however many requests come in. */
const keysAgainMs = 2_000;
/** Microsoft asks for at most a day, since it changes its keys. */
const keepKeysMs = 24 * 60 * 60_000;
/** A token can name any key: nobody asks for new ones more often, whatever comes in. */
const unknownKeyAgainMs = 60 * 60_000;

/** The keys that Microsoft signs with, kept for a day. */
export class MicrosoftKeys {
  private readonly ask: typeof fetch;
  private readonly now: () => number;
  private readonly set = createRemoteJWKSet(openIdMetadata, {
    timeoutDuration: keysWithinMs,
    cacheMaxAge: keepKeysMs,
    cooldownDuration: unknownKeyAgainMs,
    [customFetch]: (url, options) => this.fetchKeySet(url, options),
  });
  /** By key, for which channels it signs; none where it signs for all. */
  private channels = new Map<string, readonly unknown[]>();
  private restUntil = 0;

  constructor(ask: typeof fetch, now: () => number) {
    this.ask = ask;
    this.now = now;
  }

  /** Fetches the keys, unless they are known. Throws `NotAuthentic` when they can't be had. */
  async fetch(): Promise<void> {
    if (!this.set.fresh) await this.renew();
  }

  /** The key that the token names, for `jwtVerify`. Throws `NotAuthentic`, also for a key that doesn't sign for Teams. */
  async key(head: JWTHeaderParameters, token: FlattenedJWSInput) {
    const kid = string(head.kid);
    if (!this.set.fresh || (!this.channels.has(kid) && !this.set.coolingDown)) await this.renew();
    const channels = this.channels.get(kid);
    if (channels === undefined) throw new NotAuthentic('unknown_key');
    if (channels.length > 0 && !channels.includes('msteams')) throw new NotAuthentic('not_endorsed');
    return this.set(head, token);
  }

  /** Everyone who asks at once waits for the same answer. */
  private async renew(): Promise<void> {
    if (this.now() < this.restUntil) throw new NotAuthentic('keys_unavailable');
    try {
      await this.set.reload();
    } catch (error) {
      this.restUntil = this.now() + keysAgainMs;
      throw new NotAuthentic('keys_unavailable', error);
    }
  }

  /** Where the keys are stands in the metadata. jose gives up both requests together. */
  private async fetchKeySet(metadata: string, options: RequestInit): Promise<Response> {
    const { jwks_uri: address } = await this.fetchJson(metadata, options);
    const set = await this.fetchJson(string(address), options);
    const keys = list(set.keys)
      .map(object)
      .filter(({ kid }) => string(kid) !== '');
    // Something on the way, such as a hospital's proxy, has answered: what is known stays.
    if (keys.length === 0) throw Object.assign(new Error('no keys'), { code: 'no_keys' });
    this.channels = new Map(keys.map(({ kid, endorsements }) => [string(kid), list(endorsements)]));
    return Response.json({ keys });
  }

  private async fetchJson(url: string, options: RequestInit): Promise<Json> {
    const response = await this.ask(url, options);
    if (!response.ok) throw Object.assign(new Error('no keys'), { code: `http_${response.status}` });
    return objectIn(await response.text());
  }
}
