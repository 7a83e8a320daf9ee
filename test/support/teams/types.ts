/** What travels between Teams and a bot, as loosely typed as it arrives, and what the stand-in records of it. */

export type Fields = Record<string, unknown>;

/** A Bot Framework activity, with the fields that every one has. */
export interface Activity extends Fields {
  readonly type: string;
  readonly id: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly from: { readonly id: string; readonly aadObjectId?: string; readonly name?: string };
  readonly recipient: { readonly id: string; readonly name?: string };
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: string;
    readonly tenantId?: string;
  };
}

/** Anything inside an Adaptive Card: an element, an input or an action. */
export interface Part {
  readonly type: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

export interface AdaptiveCard extends Part {
  readonly body?: readonly Part[];
  readonly actions?: readonly Part[];
}

/** A message of the bot as it stands in a chat now. */
export interface Message {
  readonly id: string;
  readonly conversation: string;
  /** When it was delivered, by the real clock. */
  readonly at: number;
  /** The activity that it answers; null for what the bot sent by itself. */
  readonly replyTo: string | null;
  readonly text: string;
  /** What notifications and the list of chats show. */
  readonly summary: string;
  readonly card: AdaptiveCard | null;
  /** How often it was changed after it was delivered. */
  readonly edits: number;
}

/** Someone of the tenant. `objectId` is the Entra object id. */
export interface PersonRecord {
  readonly objectId: string;
  readonly name: string;
  readonly tz: string;
  /** Of their client: `en-US` when it isn't said. */
  readonly locale?: string;
  readonly role: 'user' | 'guest';
  /** Whether they have the app. */
  readonly installed: boolean;
  readonly blocked: boolean;
}

/** One call of the connector or of the login, as the stand-in saw it. */
export interface Call {
  readonly method: string;
  readonly at: number;
  readonly path: string;
  readonly body: Fields;
  /** The Entra object id of the person it concerns, where there is one. */
  readonly to: string | undefined;
  /** Whether it took effect (a message was delivered or changed), answered or not. */
  tookEffect: boolean;
  /** Whether the caller was sent a whole answer. */
  answered: boolean;
  status: number | undefined;
  error: string | undefined;
  /** The kind of the scripted fault it met. */
  fault: string | undefined;
}

/** One request to the bot, exactly as it was sent, so that it can be sent again. */
export interface Sent {
  readonly activity: Fields;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the bot answered. `status` 0: no answer came, and `text` says why. */
export interface Answer {
  readonly status: number;
  readonly body: Fields | null;
  readonly text: string;
  readonly ms: number;
  /** The id of the activity that was sent. */
  readonly activity: string;
  /** The card that stands in the pressed one's place by the answer itself, or the newest message that answers. */
  readonly shown: Message | null;
  /** What a press is answered with beside cards: a line that Teams shows for a moment. */
  readonly notice: string | null;
}
