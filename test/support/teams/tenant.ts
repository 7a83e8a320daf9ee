import { createIds, guid, type Ids, personalChatOf, userIdOf } from './ids.ts';
import type { AdaptiveCard, Call, Fields, Message, PersonRecord } from './types.ts';

export interface Identity {
  readonly tenantId: string;
  readonly appId: string;
  /** `28:<app id>`, as activities name the bot. */
  readonly botId: string;
}

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** All that one tenant holds: its people, what stands in each chat, and what the bot did. */
export class Tenant {
  readonly identity: Identity;
  readonly ids: Ids = createIds();
  readonly people = new Map<string, PersonRecord>();
  readonly calls: Call[] = [];
  /** What the bot sent that Teams would show as an error or not at all, where no answer could tell it so. */
  readonly complaints: string[] = [];
  private readonly chats = new Map<string, Map<string, Message>>();
  private readonly owners = new Map<string, string>();

  constructor(identity: Identity) {
    this.identity = identity;
  }

  /** Adds someone, or changes what is known of them. `who` is a GUID, or words that one is made of. */
  putPerson(who: string, about: Partial<Omit<PersonRecord, 'objectId'>>): PersonRecord {
    const objectId = guid(who);
    const fresh: Omit<PersonRecord, 'objectId'> = {
      ...{ name: who, tz: 'America/New_York', role: 'user' },
      ...{ installed: true, blocked: false },
    };
    const record = { ...(this.people.get(objectId) ?? { objectId, ...fresh }), ...about };
    this.people.set(objectId, record);
    this.owners.set(this.chatOf(objectId), objectId);
    return record;
  }

  chatOf(objectId: string): string {
    return personalChatOf(objectId, this.identity.appId);
  }

  userIdOf(objectId: string): string {
    return userIdOf(objectId, this.identity.appId);
  }

  /** Whose personal chat this is. */
  ownerOf(conversation: string): PersonRecord | undefined {
    return this.people.get(this.owners.get(conversation) ?? '');
  }

  /** The connector takes both names of a person: `29:…` and the Entra object id. */
  findPerson(id: unknown): PersonRecord | undefined {
    if (typeof id !== 'string') return undefined;
    const people = [...this.people.values()];
    return this.people.get(id.toLowerCase()) ?? people.find(({ objectId }) => this.userIdOf(objectId) === id);
  }

  isChannel(conversation: string): boolean {
    return /^19:.+@thread\./.test(conversation);
  }

  /** The bot's messages in a chat, oldest first, each as it stands now. */
  messagesIn(conversation: string): Message[] {
    return [...(this.chats.get(conversation)?.values() ?? [])];
  }

  messageAt(conversation: string, id: string): Message | undefined {
    return this.chats.get(conversation)?.get(id);
  }

  post(conversation: string, activity: Fields, replyTo: string | null): Message {
    const message = this.draft(conversation, activity, replyTo);
    const chat = this.chats.get(conversation) ?? new Map<string, Message>();
    this.chats.set(conversation, chat.set(message.id, message));
    return message;
  }

  /** Replaces what a message shows: an update leaves nothing of what was there. */
  change(message: Message, activity: Fields): Message {
    const changed = { ...message, ...contentOf(activity), edits: message.edits + 1 };
    this.chats.get(message.conversation)?.set(message.id, changed);
    return changed;
  }

  remove(message: Message): void {
    this.chats.get(message.conversation)?.delete(message.id);
  }

  /** A message that stands in no chat yet. */
  draft(conversation: string, activity: Fields, replyTo: string | null): Message {
    const base = { id: this.ids.message(), conversation, at: Date.now(), replyTo, edits: 0 };
    return { ...base, ...contentOf(activity) };
  }
}

function contentOf(activity: Fields): Pick<Message, 'text' | 'summary' | 'card'> {
  const { text, summary, attachments } = activity;
  const [first] = (Array.isArray(attachments) ? attachments : []) as {
    contentType: string;
    content: unknown;
  }[];
  return {
    text: typeof text === 'string' ? text : '',
    summary: typeof summary === 'string' ? summary : '',
    card: first?.contentType === cardContentType ? (first.content as AdaptiveCard) : null,
  };
}
