import { verify } from 'node:crypto';
import { AuthenticationConstants } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { type Json, object } from '../shared/json.ts';
import { until } from './patience.ts';

/** https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const clockSkewSeconds = 5 * 60;
const digests = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' } as const;

/** An invoke has to be answered within 5 s, so there is no sense in waiting longer for Microsoft's keys. */
const keysWithinMs = 4000;
/** For so long after they could not be had, nobody asks for the keys, however many requests come in. */
const keysAgainMs = 2000;

/** An activity that Microsoft did not send, as far as can be told. `code` says why, for the log. */
export class NotAuthentic extends Error {
  override readonly name = 'NotAuthentic';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super('not from Microsoft', { cause });
    this.code = code;
  }
}

/** What the token has to fit. */
interface Claimed {
  readonly channelId: string | undefined;
  readonly serviceUrl: string | undefined;
}

/**
 * Refuses a bad token before the SDK sees it. The SDK verifies again whatever passes here, so this weakens nothing; but it
 * prints to standard error for each bad signature, and takes tokens of kinds that Teams does not send.
 */
export class TokenCheck {
  private readonly appId: string;
  private readonly now: () => number;
  /** The keys that the SDK keeps, a day long; the parameters of this reader are not used. */
  private readonly keys = new JwtTokenExtractor(
    {},
    AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.AllowedSigningAlgorithms,
  ).openIdMetadata;
  private lastAsked: Promise<unknown> = Promise.resolve();
  private restUntil = 0;

  constructor(appId: string, now: () => number) {
    this.appId = appId;
    this.now = now;
  }

  /** Throws `NotAuthentic`. */
  async check(authorizationHeader: string, claimed: Claimed): Promise<void> {
    const [, head, body, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorizationHeader) ?? [];
    if (head === undefined || body === undefined || signature === undefined)
      throw new NotAuthentic('no_token');
    const { alg, kid } = part(head);
    if (!isDigest(alg) || typeof kid !== 'string') throw new NotAuthentic('bad_header');
    this.demandClaims(part(body), claimed);
    const key = await this.key(kid);
    if (key === null) throw new NotAuthentic('unknown_key');
    if (!isEndorsed(key.endorsements, claimed.channelId)) throw new NotAuthentic('not_endorsed');
    const signed = verify(
      digests[alg],
      Buffer.from(`${head}.${body}`),
      key.key,
      Buffer.from(signature, 'base64url'),
    );
    if (!signed) throw new NotAuthentic('bad_signature');
  }

  /** Throws `NotAuthentic` when the keys cannot be had. */
  async fetchKeys(): Promise<void> {
    await this.key('');
  }

  private demandClaims({ iss, aud, exp, nbf, serviceurl }: Json, { serviceUrl }: Claimed): void {
    const seconds = this.now() / 1000;
    if (iss !== AuthenticationConstants.ToBotFromChannelTokenIssuer) throw new NotAuthentic('other_issuer');
    if (aud !== this.appId) throw new NotAuthentic('other_audience');
    if (typeof exp !== 'number' || exp + clockSkewSeconds <= seconds) throw new NotAuthentic('expired');
    if (nbf !== undefined && (typeof nbf !== 'number' || nbf - clockSkewSeconds > seconds))
      throw new NotAuthentic('not_yet_valid');
    if (serviceUrl === undefined || serviceurl !== serviceUrl) throw new NotAuthentic('other_service_url');
  }

  /** One after the other: the first one fetches the keys, the others find them. */
  private key(kid: string) {
    const asked = this.lastAsked.then(async () => {
      if (this.now() < this.restUntil) throw new NotAuthentic('keys_unavailable');
      try {
        return await until(AbortSignal.timeout(keysWithinMs), this.keys.getKey(kid));
      } catch (error) {
        this.restUntil = this.now() + keysAgainMs;
        throw new NotAuthentic('keys_unavailable', error);
      }
    });
    this.lastAsked = asked.catch(() => {});
    return asked;
  }
}

function part(encoded: string): Json {
  try {
    return object(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
  } catch {
    throw new NotAuthentic('unreadable_token');
  }
}

function isDigest(alg: unknown): alg is keyof typeof digests {
  return typeof alg === 'string' && Object.hasOwn(digests, alg);
}

/** A key that names channels signs for those only. */
function isEndorsed(endorsements: readonly string[] | undefined, channelId: string | undefined): boolean {
  return endorsements === undefined || endorsements.length === 0 || endorsements.includes(channelId ?? '');
}
