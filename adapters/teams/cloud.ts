import type { Activity, ConversationReference, InvokeResponse, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import { type Json, string } from '../shared/json.ts';
import type { Place } from './address.ts';
import { Adapter, type Logic } from './cloud-adapter.ts';
import { type Credentials, OneCredential } from './credentials.ts';
import { MicrosoftKeys } from './microsoft-keys.ts';
import { Patience } from './patience.ts';
import { requireServiceUrl, TokenCheck } from './token-check.ts';

/** That an activity comes from Microsoft, for `run`. */
export interface Authenticated {
  readonly result: AuthenticateRequestResult;
}

/**
 * Microsoft's SDK, and all that is known of it here: its CloudAdapter with one try for each request. Everything that calls
 * Microsoft throws what the SDK throws (failures.ts reads it), or `GaveUp` and `NoToken`.
 */
export class Cloud {
  private readonly patience = new Patience();
  private readonly appId: string;
  private readonly credential: OneCredential;
  private readonly adapter: Adapter;
  private readonly keys: MicrosoftKeys;
  private readonly check: TokenCheck | null;

  /** Null: local mode. Every activity is taken as authentic, and no request is signed. */
  constructor(credentials: Credentials | null, now: () => number) {
    this.appId = credentials?.appId ?? '';
    this.credential = new OneCredential(credentials, this.patience);
    this.adapter = new Adapter(this.appId, this.credential, this.patience);
    this.keys = new MicrosoftKeys(fetch, now);
    this.check = credentials === null ? null : new TokenCheck(credentials.appId, this.keys, now);
  }

  /** What the token says, before there's a body; null in local mode. Throws `NotAuthentic`; its code says why, for the log. */
  async claims(authorizationHeader: string): Promise<Json | null> {
    return (await this.check?.check(authorizationHeader)) ?? null;
  }

  /** Whether the activity is the one that the token is about. Throws `NotAuthentic`. */
  authenticate(activity: Json, claims: Json | null): Authenticated {
    if (claims !== null) requireServiceUrl(claims, activity.serviceUrl);
    return { result: this.adapter.authenticated(claims ?? {}) };
  }

  /** One turn. What `logic` throws is thrown on. The answer is there for an invoke, and for `expectReplies`. */
  run({ result }: Authenticated, activity: object, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.adapter.run(result, activity as Activity, logic);
  }

  /** A turn that nobody began: what is sent in it answers nothing. */
  withConversation(place: Place, logic: Logic): Promise<void> {
    return this.adapter.continueConversationAsync(this.appId, referenceTo(place), async (context) => {
      // Else every message would be sent as the answer to an activity that the SDK has made up.
      context.activity.id = undefined as never;
      await logic(context);
    });
  }

  /** Microsoft's connector itself, in a conversation; signed, one try, given up in time. */
  connector(context: TurnContext): ConnectorClient {
    return context.turnState.get<ConnectorClient>(this.adapter.ConnectorClientKey);
  }

  /**
   * Begins the personal chat with someone who has the app, by their Entra object id; the conversation's id, empty where
   * Microsoft did not say. It is the same chat each time, unless that one is gone: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
   */
  async createConversation(at: { serviceUrl: string; tenant: string; person: string }): Promise<string> {
    const bot = { id: `28:${this.appId}`, name: '' };
    const chat = {
      isGroup: false,
      bot,
      members: [{ id: at.person, name: '' }],
      tenantId: at.tenant,
      channelData: { tenant: { id: at.tenant } },
    };
    let id = '';
    await this.adapter.createConversationAsync(
      this.appId,
      'msteams',
      at.serviceUrl,
      '',
      chat as never,
      async ({ activity }) => {
        id = string(activity.conversation.id);
      },
    );
    return id;
  }

  /**
   * Has Microsoft give the bot its own token: a new one, or where one is kept that is still good, no other. Throws
   * `NoToken`; resolves at once in local mode.
   */
  async token(how: 'kept' | 'fresh'): Promise<void> {
    if (this.check !== null) await this.credential.ask(how);
  }

  /** Fetches the keys that Microsoft signs with, unless they are known. Throws `NotAuthentic` when they can't be had. */
  async signingKeys(): Promise<void> {
    if (this.check !== null) await this.keys.fetch();
  }

  /** All calls inside `work` together are given up after `ms`. */
  within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    return this.patience.within(ms, work);
  }

  /** Breaks off whatever is still under way. */
  close(): void {
    this.patience.close();
  }
}

function referenceTo({ serviceUrl, conversation, bot, user, tenant }: Place): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: {
      id: conversation,
      tenantId: tenant,
      conversationType: 'personal',
      isGroup: false,
      name: '',
    },
    bot: { id: bot, name: '' },
    user: { id: user, name: '' },
  };
}
