import {
  AppCredentials,
  JwtTokenProviderFactory,
  ManagedIdentityAppCredentials,
  MicrosoftAppCredentials,
  PasswordServiceClientCredentialFactory,
} from 'botframework-connector';
import { type Json, list, object } from '../shared/json.ts';
import { aadCode, networkCode } from './error-code.ts';
import { type Patience, until } from './patience.ts';

/** Who the bot is to Microsoft. */
export interface Credentials {
  readonly appId: string;
  /** Null for a managed identity, which has none. */
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenantId: string | null;
}

/** Microsoft gave no token. `code` is Microsoft's (`AADSTS7000215`), an HTTP status, or Node's. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super('Microsoft gave no token', { cause });
    this.code = code;
  }
}

/** The bot's own tokens, one kept for all connector clients: the SDK would make credentials anew for each turn. */
export class OneCredential extends PasswordServiceClientCredentialFactory {
  private readonly one: AppCredentials;
  private readonly isLocal: boolean;

  /** Null: local mode, in which nothing is signed. */
  constructor(credentials: Credentials | null, patience: Patience, now: () => number) {
    super(credentials?.appId ?? '', '');
    this.isLocal = credentials === null;
    this.one = credentials === null ? MicrosoftAppCredentials.Empty : signerFor(credentials, patience, now);
  }

  override async createCredentials(): Promise<AppCredentials> {
    return this.one;
  }

  /** What a request is signed with. Throws `NoToken`. */
  async headers(): Promise<Record<string, string>> {
    return this.isLocal ? {} : { authorization: `Bearer ${await this.one.getToken()}` };
  }

  /** Throws `NoToken`. */
  async ask(how: 'kept' | 'fresh'): Promise<void> {
    await this.one.getToken(how === 'fresh');
  }
}

function signerFor(credentials: Credentials, patience: Patience, now: () => number): AppCredentials {
  const { appId, password } = credentials;
  return password === null
    ? new ManagedIdentity(appId, patience)
    : new ClientSecret(appId, password, { tenant: tenantOf(credentials), patience, now });
}

function tenantOf({ type, tenantId }: Credentials): string | undefined {
  return type === 'SingleTenant' && tenantId !== null ? tenantId : undefined;
}

/**
 * A token for the app's secret: https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 * Asked for by ourselves: the SDK's way waits without end, and refuses to ask again for a minute after a failure.
 */
class ClientSecret extends AppCredentials {
  private readonly secret: string;
  private readonly patience: Patience;
  private readonly now: () => number;
  private readonly shared = new Shared<string>();

  constructor(
    appId: string,
    secret: string,
    parts: { readonly tenant: string | undefined; readonly patience: Patience; readonly now: () => number },
  ) {
    super(appId, parts.tenant);
    this.secret = secret;
    this.patience = parts.patience;
    this.now = parts.now;
  }

  override getToken(forceRefresh = false): Promise<string> {
    return this.patience.apart(() => this.shared.run(() => super.getToken(forceRefresh)));
  }

  protected override async refreshToken() {
    const { status, body } = await this.request();
    const { access_token: accessToken, expires_in: seconds } = body;
    if (typeof accessToken !== 'string' || typeof seconds !== 'number')
      throw new NoToken(refusalCode(status, body));
    return { accessToken, expiresOn: new Date(this.now() + seconds * 1000) };
  }

  private async request() {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.appId,
      client_secret: this.secret,
      scope: `${this.oAuthScope}/.default`,
    });
    try {
      const response = await fetch(`${this.oAuthEndpoint}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
        redirect: 'error',
        signal: this.patience.signal(),
      });
      return { status: response.status, body: object(await response.json().catch(() => null)) };
    } catch (error) {
      throw new NoToken(networkCode(error), error);
    }
  }
}

class ManagedIdentity extends ManagedIdentityAppCredentials {
  private readonly patience: Patience;
  private readonly shared = new Shared<string>();

  constructor(appId: string, patience: Patience) {
    super(appId, '', new JwtTokenProviderFactory());
    this.patience = patience;
  }

  override getToken(forceRefresh = false): Promise<string> {
    const { patience, shared } = this;
    return patience.apart(() =>
      shared.run(async () => {
        try {
          return await until(patience.signal(), super.getToken(forceRefresh));
        } catch (error) {
          throw new NoToken(
            aadCode(error instanceof Error ? error.message : '') ?? networkCode(error),
            error,
          );
        }
      }),
    );
  }
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
function refusalCode(status: number, { error_codes, error_description }: Json): string {
  const [number] = list(error_codes);
  if (typeof number === 'number') return `AADSTS${number}`;
  return (typeof error_description === 'string' ? aadCode(error_description) : undefined) ?? `http_${status}`;
}

/** Everybody who asks while an answer is on its way gets that answer. */
class Shared<T> {
  private underWay: Promise<T> | null = null;

  run(ask: () => Promise<T>): Promise<T> {
    this.underWay ??= ask().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }
}
