/** What travels between Slack and an app, as loosely typed as it arrives, and what the stand-in records of it. */

export type Fields = Record<string, unknown>;

export interface Text {
  readonly type: string;
  readonly text: string;
}

export interface Option {
  readonly text: Text;
  readonly value: string;
}

/** Anything inside a block that can be pressed, picked or filled in (and, in a context block, a text or an image). */
export interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: Text | string;
  readonly value?: string;
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly label: Text; readonly options: readonly Option[] }[];
  readonly [field: string]: unknown;
}

export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: Text;
  readonly fields?: readonly Text[];
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  readonly element?: Element;
  readonly label?: Text;
  readonly [field: string]: unknown;
}

/** A message as its reader sees it now. An ephemeral one is seen by `user` only and is in nobody's inbox. */
export interface Message {
  readonly surface: 'message' | 'ephemeral';
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  /** When it was delivered, by the real clock. */
  readonly at: number;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** How often it was changed after it was delivered. */
  readonly edits: number;
}

/** A modal or an App Home view, with the fields that Slack puts on the wire. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly external_id: string;
  readonly hash: string;
  readonly blocks: readonly Block[];
  readonly title: Text | null;
  readonly submit: Text | null;
  readonly close: Text | null;
  readonly state: { readonly values: Fields };
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly [field: string]: unknown;
}

/** A member of the workspace. `name` is the full name; the handle that mentions carry is made from it. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly handle?: string;
  readonly displayName?: string;
  readonly tz?: string;
  /** Told only to who asks for it. */
  readonly locale?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly team_id?: string;
  /** Of an Enterprise Grid organization; null for someone of none. The app's own, unless it is said. */
  readonly enterprise_id?: string | null;
}

/** One call of the Web API (or of a response_url, as method `response_url`), as the stand-in saw it. */
export interface Call {
  readonly method: string;
  readonly at: number;
  readonly args: Fields;
  /** The person it concerns, where there is one. */
  readonly to: string | undefined;
  /** Whether it took effect (a message was delivered, a view shown), answered or not. */
  tookEffect: boolean;
  /** Whether the caller was sent a whole answer. */
  answered: boolean;
  status: number | undefined;
  error: string | undefined;
  /** The kind of the scripted fault it met. */
  fault: string | undefined;
}

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** One request to the app, exactly as it was sent, so that it can be sent again. */
export interface Sent {
  readonly kind: Kind;
  readonly payload: Fields;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the app answered. `status` 0: no answer came, and `text` says why. `body` is null when it is no JSON object. */
export interface Answer {
  readonly status: number;
  readonly body: Fields | null;
  readonly text: string;
  readonly ms: number;
  /** What the person sees in consequence, where the answer itself shows something. */
  readonly shown: Message | View | null;
}

/** A body that was posted to a response_url, and the message it became. */
export interface Reply {
  readonly at: number;
  readonly user: string;
  readonly body: Fields;
  readonly message: Message | null;
}
