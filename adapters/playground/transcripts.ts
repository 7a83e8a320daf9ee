import type { Card } from '../../src/chat/card.ts';
import type { MessageRef } from '../../src/chat/delivery.ts';
import type { Form } from '../../src/chat/form.ts';
import type { View } from '../../src/chat/view.ts';
import { toMessageRef } from './address.ts';
import { mostMessages, mostUnseen } from './limits.ts';
import { type Drawn, renderCard } from './render-card.ts';

/** A message as the page gets it. What someone typed has text, what Buddy said has a card. */
export interface ChatMessage {
  readonly id: MessageRef;
  /** In epoch milliseconds, by the ward's clock. */
  readonly at: number;
  readonly from: 'buddy' | 'you';
  /** Only this person sees it: an answer, which no database knows. */
  readonly private: boolean;
  readonly edited: boolean;
  readonly card: Card | null;
  readonly text: string | null;
  /** For whoever listens to the chat instead of looking at it. */
  readonly notification: string;
}

interface Chat {
  readonly messages: ChatMessage[];
  unread: number;
  home: Card | null;
  readonly forms: Map<string, Form>;
  /** What stands in the open dialog, as long as it does. */
  view: View | null;
}

/** What each person sees in their chat with Buddy: the made-up platform's memory, gone when the program ends. */
export class Transcripts {
  private readonly chats = new Map<string, Chat>();
  private readonly now: () => number;
  private readonly changed: (person: string) => void;
  private readonly isShown: (person: string) => boolean;
  private count = 0;

  /** Of chats that no page shows, only the newest messages are kept. */
  constructor(now: () => number, changed: (person: string) => void, isShown: (person: string) => boolean) {
    this.now = now;
    this.changed = changed;
    this.isShown = isShown;
  }

  /** Something that the person typed. */
  type(person: string, text: string): void {
    this.append(person, { from: 'you', private: false, card: null, text, notification: text });
  }

  /** Throws for a card that can't be shown. */
  post(person: string, card: Card, isPrivate: boolean): MessageRef {
    const drawn = renderCard(card);
    this.chat(person).unread += 1;
    return this.append(person, { from: 'buddy', private: isPrivate, text: null, ...drawn });
  }

  /** False when there is no such message of Buddy's in this chat. */
  replace(person: string, ref: MessageRef, card: Card): boolean {
    const { messages } = this.chat(person);
    const index = messages.findIndex((message) => message.id === ref && message.from === 'buddy');
    const message = messages[index];
    if (message === undefined) return false;
    const drawn: Drawn = renderCard(card);
    messages[index] = { ...message, ...drawn, edited: true };
    this.changed(person);
    return true;
  }

  find(person: string, ref: MessageRef): ChatMessage | null {
    return this.chat(person).messages.find((message) => message.id === ref) ?? null;
  }

  /** Everything in the chat, and what is unread stays so. */
  written(person: string): readonly ChatMessage[] {
    return this.chat(person).messages;
  }

  /** Everything in the chat, which counts as read from now on. */
  read(person: string): readonly ChatMessage[] {
    const chat = this.chat(person);
    chat.unread = 0;
    return chat.messages;
  }

  unread(person: string): number {
    return this.chat(person).unread;
  }

  home(person: string): Card | null {
    return this.chat(person).home;
  }

  showHome(person: string, card: Card): void {
    this.chat(person).home = card;
  }

  openForm(person: string, form: Form): void {
    this.chat(person).forms.set(form.id, form);
  }

  form(person: string, id: string): Form | null {
    return this.chat(person).forms.get(id) ?? null;
  }

  closeForm(person: string, id: string): void {
    this.chat(person).forms.delete(id);
  }

  /** What can be pressed and sent in from now on: a person has one dialog open at most. */
  openView(person: string, view: View): void {
    this.chat(person).view = view;
  }

  view(person: string): View | null {
    return this.chat(person).view;
  }

  closeView(person: string): void {
    this.chat(person).view = null;
  }

  /** Empties every chat. Numbers go on, so that no old reference finds a new message. */
  clear(): void {
    this.chats.clear();
  }

  private append(person: string, message: Omit<ChatMessage, 'id' | 'at' | 'edited'>): MessageRef {
    this.count += 1;
    const id = toMessageRef(this.count);
    const { messages } = this.chat(person);
    messages.push({ id, at: this.now(), edited: false, ...message });
    if (messages.length > (this.isShown(person) ? mostMessages : mostUnseen)) messages.shift();
    this.changed(person);
    return id;
  }

  private chat(person: string): Chat {
    const known = this.chats.get(person) ?? emptyChat();
    this.chats.set(person, known);
    return known;
  }
}

function emptyChat(): Chat {
  return { messages: [], unread: 0, home: null, forms: new Map(), view: null };
}
