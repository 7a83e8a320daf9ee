import { JOSEError, JWTClaimValidationFailed, JWTExpired } from 'jose/errors';
import { jwtVerify } from 'jose/jwt/verify';
import type { Json } from '../shared/json.ts';
import type { MicrosoftKeys } from './microsoft-keys.ts';
import { NotAuthentic } from './not-authentic.ts';

/** https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const expected = {
  issuer: 'https://api.botframework.com',
  algorithms: ['RS256', 'RS384', 'RS512'],
  clockTolerance: '5 minutes',
  requiredClaims: ['exp'],
};

/** Whether a request comes from Microsoft, for this app, by its header alone: strangers' bodies aren't read. */
export class TokenCheck {
  private readonly appId: string;
  private readonly keys: MicrosoftKeys;
  private readonly now: () => number;

  constructor(appId: string, keys: MicrosoftKeys, now: () => number) {
    this.appId = appId;
    this.keys = keys;
    this.now = now;
  }

  /** What the token says. Throws `NotAuthentic`. */
  async check(authorizationHeader: string): Promise<Json> {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorizationHeader) ?? [];
    if (token === undefined) throw new NotAuthentic('no_token');
    try {
      const { payload } = await jwtVerify(token, (head, jws) => this.keys.key(head, jws), {
        ...expected,
        audience: this.appId,
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (error) {
      throw error instanceof NotAuthentic ? error : new NotAuthentic(codeOf(error), error);
    }
  }
}

/** The one claim that's about the body: where answers go. Throws `NotAuthentic`. */
export function requireServiceUrl(claims: Json, serviceUrl: unknown): void {
  if (typeof serviceUrl !== 'string' || claims.serviceurl !== serviceUrl)
    throw new NotAuthentic('other_service_url');
}

/** What operators read of a claim that is wrong: docs/operating.md and docs/teams.md say what to do. */
const codeOfClaim: Readonly<Record<string, string>> = {
  aud: 'other_audience',
  iss: 'other_issuer',
  nbf: 'not_yet_valid',
};

/** Which claim is wrong, or jose's own code, such as `err_jws_invalid`. */
function codeOf(error: unknown): string {
  if (error instanceof JWTExpired) return 'expired';
  if (error instanceof JWTClaimValidationFailed) return codeOfClaim[error.claim] ?? `bad_${error.claim}`;
  return error instanceof JOSEError ? error.code.toLowerCase() : 'unreadable_token';
}
