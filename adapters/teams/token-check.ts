import { JOSEError, JWTClaimValidationFailed } from 'jose/errors';
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

/** What the token has to fit. */
interface Claimed {
  readonly channelId: string | undefined;
  readonly serviceUrl: string | undefined;
}

/** Whether an activity comes from Microsoft, for this app, about the channel and the service URL that it names. */
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
  async check(authorizationHeader: string, { channelId, serviceUrl }: Claimed): Promise<Json> {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorizationHeader) ?? [];
    if (token === undefined) throw new NotAuthentic('no_token');
    const claims = await this.verified(token, channelId);
    if (serviceUrl === undefined || claims.serviceurl !== serviceUrl)
      throw new NotAuthentic('other_service_url');
    return claims;
  }

  private async verified(token: string, channelId: string | undefined): Promise<Json> {
    try {
      const { payload } = await jwtVerify(token, (head, jws) => this.keys.key(head, jws, channelId), {
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

/** Which claim is wrong, or jose's own code: `bad_aud`, `err_jwt_expired`. */
function codeOf(error: unknown): string {
  if (error instanceof JWTClaimValidationFailed) return `bad_${error.claim}`;
  return error instanceof JOSEError ? error.code.toLowerCase() : 'unreadable_token';
}
