import {
  AppCredentials,
  MicrosoftAppCredentials,
  PasswordServiceClientCredentialFactory,
} from 'botframework-connector';
import { NoToken, noTokenFor } from './no-token.ts';
import type { Patience } from './patience.ts';
import { type Ask, askAs, type Proof } from './proof.ts';
import { TokenNetwork } from './token-network.ts';

/** Who the bot is to Microsoft. */
export interface Credentials {
  readonly appId: string;
  readonly proof: Proof;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenantId: string | null;
}

/** The bot's own tokens, one kept for all connector clients: the SDK would make new credentials for each turn. */
export class OneCredential extends PasswordServiceClientCredentialFactory {
  private readonly one: AppCredentials;
  private readonly isLocal: boolean;

  /** Null: local mode, in which nothing is signed. */
  constructor(credentials: Credentials | null, patience: Patience) {
    super(credentials?.appId ?? '', '');
    this.isLocal = credentials === null;
    this.one =
      credentials === null ? MicrosoftAppCredentials.Empty : new BotCredentials(credentials, patience);
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

/** The SDK keeps the token until five minutes before its end; MSAL gets a new one. */
class BotCredentials extends AppCredentials {
  private readonly patience: Patience;
  private readonly askMicrosoft: Ask;
  private underWay: Promise<string> | null = null;

  constructor(credentials: Credentials, patience: Patience) {
    super(credentials.appId, tenantOf(credentials));
    this.patience = patience;
    this.askMicrosoft = askAs(credentials.appId, credentials.proof, {
      authority: this.oAuthEndpoint,
      networkClient: new TokenNetwork(patience),
    });
  }

  /** Everyone who asks while an answer is on its way gets that answer. */
  override getToken(forceRefresh = false): Promise<string> {
    this.underWay ??= this.patience
      .apart(() => super.getToken(forceRefresh))
      .finally(() => {
        this.underWay = null;
      });
    return this.underWay;
  }

  protected override async refreshToken() {
    try {
      const { accessToken, expiresOn } = (await this.askMicrosoft()) ?? {};
      if (accessToken !== undefined && expiresOn != null) return { accessToken, expiresOn };
    } catch (error) {
      throw noTokenFor(error);
    }
    throw new NoToken('no_answer');
  }
}

function tenantOf({ type, tenantId }: Credentials): string | undefined {
  return type === 'SingleTenant' && tenantId !== null ? tenantId : undefined;
}
