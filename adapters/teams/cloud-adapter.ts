import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity,
  type UserTokenClient,
} from 'botframework-connector';
import { type Json, string } from '../shared/json.ts';
import { Connectors } from './connectors.ts';
import type { OneCredential } from './credentials.ts';
import { type Chat, Messages } from './messages.ts';
import type { Patience } from './patience.ts';

export type Logic = (context: TurnContext) => Promise<void>;

/**
 * The SDK's CloudAdapter, which sends messages, all that Buddy sends in a turn, in the quicker way. Makes public what is
 * protected, so that a turn can be run after what it asks for has been decided.
 */
export class Adapter extends CloudAdapter {
  private readonly authentication: Authentication;
  private readonly messages: Messages;

  constructor(appId: string, credential: OneCredential, patience: Patience) {
    const authentication = new Authentication(appId, credential, patience);
    super(authentication);
    this.authentication = authentication;
    this.messages = new Messages(credential, patience);
  }

  /** For a turn about an activity whose token said so, or that needed none. */
  authenticated(claims: Json): AuthenticateRequestResult {
    return this.authentication.authenticated(claims);
  }

  run(result: AuthenticateRequestResult, activity: Activity, logic: Logic) {
    return this.processActivity(result, activity, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      const { id } = await this.messages.send(chatOf(context), activity, activity.replyToId);
      sent.push({ id: string(id) });
    }
    return sent;
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>) {
    await this.messages.change(chatOf(context), string(activity.id), activity);
  }
}

/** The SDK's own, with our connector clients. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors: Connectors;
  private users: Promise<UserTokenClient> | null = null;

  constructor(appId: string, credential: OneCredential, patience: Patience) {
    super({ MicrosoftAppId: appId }, credential);
    this.connectors = new Connectors(super.createConnectorFactory(new ClaimsIdentity([])), patience);
  }

  override createConnectorFactory(): Connectors {
    return this.connectors;
  }

  /** What the SDK's own check would find, which would fetch the keys once more, without a time limit. */
  authenticated(claims: Json): AuthenticateRequestResult {
    const said = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      callerId: '',
      claimsIdentity: new ClaimsIdentity(said, true),
      connectorFactory: this.connectors,
    };
  }

  /** Buddy signs nobody in: one client that is never used does for all turns, which the SDK wants one each. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.users ??= super.createUserTokenClient(identity);
    return this.users;
  }
}

function chatOf({ activity: { serviceUrl, conversation } }: TurnContext): Chat {
  return { serviceUrl, conversation: conversation.id };
}
