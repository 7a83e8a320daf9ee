import { createIds, type Ids } from './ids.ts';
import type { Block, Call, Fields, Message, PersonRecord, Reply, View } from './types.ts';

export interface Identity {
  readonly teamId: string;
  /** Null outside of Enterprise Grid. */
  readonly enterpriseId: string | null;
  readonly appId: string;
  readonly botUserId: string;
  readonly botId: string;
}

interface Trigger {
  readonly user: string;
  readonly at: number;
  used: boolean;
}

/** A response_url that Slack gave out, and the message whose button gave it (none for a slash command). */
export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  readonly source: Message | null;
  readonly at: number;
  uses: number;
}

/** A channel that several people read: what a message from the app meets there. */
export interface Channel {
  readonly id: string;
  readonly isPrivate: boolean;
  /** Whether the app has been invited. */
  readonly hasApp: boolean;
  readonly isArchived: boolean;
  /** Only some people may post there. */
  readonly isRestricted: boolean;
}

/** All that one workspace holds: its people, what each of them sees, and what the app did. */
export class Workspace {
  readonly identity: Identity;
  readonly ids: Ids = createIds();
  readonly people = new Map<string, PersonRecord>();
  readonly channels = new Map<string, Channel>();
  readonly calls: Call[] = [];
  readonly ephemerals: Message[] = [];
  readonly replies: Reply[] = [];
  /** Every modal as it was first opened or pushed, in order. */
  readonly opened: View[] = [];
  readonly homes = new Map<string, View>();
  /** The modals in front of each person, the topmost last. */
  readonly stacks = new Map<string, View[]>();
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  /** What the app sent that Slack would show as an error or not at all, where no API answer could tell it so. */
  readonly complaints: string[] = [];
  private readonly inboxes = new Map<string, Map<string, Message>>();
  private readonly dmOwners = new Map<string, string>();

  constructor(identity: Identity) {
    this.identity = identity;
  }

  /** Adds someone, or changes what is known of them. */
  putPerson(record: PersonRecord): PersonRecord {
    this.people.set(record.id, record);
    this.dmOwners.set(this.dmOf(record.id), record.id);
    return record;
  }

  /** The direct channel between the app and a person: the same one always, also for a stand-in started again. */
  dmOf(user: string): string {
    return `D${user.slice(1)}`;
  }

  /** Whose direct channel this is; a person's id counts as their channel, as in chat.postMessage. */
  ownerOf(channel: unknown): string | undefined {
    if (typeof channel !== 'string') return undefined;
    return this.dmOwners.get(channel) ?? (this.people.has(channel) ? channel : undefined);
  }

  inbox(user: string): Message[] {
    return [...(this.inboxes.get(this.dmOf(user))?.values() ?? [])];
  }

  messagesIn(channel: string): Message[] {
    return [...(this.inboxes.get(channel)?.values() ?? [])];
  }

  messageAt(channel: string, ts: string): Message | undefined {
    return this.inboxes.get(channel)?.get(ts);
  }

  post(channel: string, user: string, content: Fields): Message {
    const message = this.draft('message', channel, user, content);
    const messages = this.inboxes.get(channel) ?? new Map<string, Message>();
    this.inboxes.set(channel, messages.set(message.ts, message));
    return message;
  }

  postEphemeral(channel: string, user: string, content: Fields): Message {
    const message = this.draft('ephemeral', channel, user, content);
    this.ephemerals.push(message);
    return message;
  }

  /** Changes a message where it stands. What `content` leaves out is kept, as Slack does: blocks stay without `blocks`. */
  change(message: Message, content: Fields): Message {
    const changed = {
      ...message,
      ...(typeof content.text === 'string' ? { text: content.text } : {}),
      ...(content.blocks === undefined ? {} : { blocks: this.withBlockIds(content.blocks) }),
      edits: message.edits + 1,
    };
    this.swap(message, changed);
    return changed;
  }

  remove(message: Message): void {
    this.swap(message, undefined);
  }

  /** A trigger_id with which the app may open one modal for this person, within Slack's three seconds. */
  grantTrigger(user: string): string {
    const id = this.ids.trigger();
    this.triggers.set(id, { user, at: Date.now(), used: false });
    return id;
  }

  grantResponseUrl(user: string, channel: string, source: Message | null): string {
    const id = this.ids.next('R');
    this.responseUrls.set(id, { user, channel, source, at: Date.now(), uses: 0 });
    return id;
  }

  /** Gives every block that has none a block_id, as Slack does, so that payloads and states can name it. */
  withBlockIds(blocks: unknown): Block[] {
    const list = (blocks ?? []) as Block[];
    return list.map((block) => ({ ...block, block_id: block.block_id ?? this.ids.next('b') }));
  }

  /** A message that is not shown to anybody yet. */
  draft(surface: Message['surface'], channel: string, user: string, content: Fields): Message {
    const text = typeof content.text === 'string' ? content.text : '';
    const blocks = this.withBlockIds(content.blocks);
    return { surface, ts: this.ids.ts(), channel, user, at: Date.now(), text, blocks, edits: 0 };
  }

  private swap(message: Message, next: Message | undefined): void {
    if (message.surface === 'ephemeral') {
      const index = this.ephemerals.findIndex((one) => one.ts === message.ts);
      if (index >= 0) this.ephemerals.splice(index, 1, ...(next ? [next] : []));
      return;
    }
    const messages = this.inboxes.get(message.channel);
    if (!next) messages?.delete(message.ts);
    else if (messages?.has(message.ts)) messages.set(message.ts, next);
  }
}
