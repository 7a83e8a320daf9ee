import type { Raw } from '../slack/http-route.ts';
import {
  installActivities,
  invokeActivity,
  messageActivity,
  type Setting,
  taskActivity,
} from './activities.ts';
import { type Dialog, dialogIn } from './dialog.ts';
import { actionData, type Entries } from './entries.ts';
import { seenOf } from './invoke-answer.ts';
import { button, buttonsOf } from './read.ts';
import type { Tenant } from './tenant.ts';
import type { Activity, Answer, Fields, Message, PersonRecord } from './types.ts';

/** What a person needs of Teams in order to act. */
export interface Desk {
  readonly tenant: Tenant;
  readonly serviceUrl: string;
  send(activity: Fields): Promise<Raw>;
}

export interface Press {
  /** What stands in the card's inputs. */
  readonly entries?: Entries;
  /** Another verb or data than the button's own: what a forger would send. */
  readonly verb?: string;
  readonly data?: Fields;
}

/** Someone in Teams: does what people do there, and sees what they would see. */
export class Person {
  /** The Entra object id. */
  readonly id: string;
  private readonly desk: Desk;

  constructor(desk: Desk, id: string) {
    this.desk = desk;
    this.id = id;
  }

  get record(): PersonRecord {
    const record = this.desk.tenant.people.get(this.id);
    if (!record) throw new Error(`${this.id} is not in this tenant`);
    return record;
  }

  get name(): string {
    return this.record.name;
  }

  /** `29:…`, what activities call her. */
  get userId(): string {
    return this.desk.tenant.userIdOf(this.id);
  }

  /** Her personal chat with the bot. */
  get conversation(): string {
    return this.desk.tenant.chatOf(this.id);
  }

  /** Everything that the bot said to her, oldest first, each as it stands now. */
  get chat(): Message[] {
    return this.desk.tenant.messagesIn(this.conversation);
  }

  /** What the bot sent by itself. */
  get inbox(): Message[] {
    return this.chat.filter((message) => message.replyTo === null);
  }

  get lastMessage(): Message | undefined {
    return this.inbox.at(-1);
  }

  /** What the bot answered to what she wrote or pressed. */
  get answers(): Message[] {
    return this.chat.filter((message) => message.replyTo !== null);
  }

  get lastAnswer(): Message | undefined {
    return this.answers.at(-1);
  }

  /** Writes in her personal chat. Who has blocked the bot has to take that back in order to write. */
  says(text: string, more: Fields = {}): Promise<Answer> {
    if (this.record.blocked) this.change({ blocked: false });
    return this.acts(messageActivity(this.setting(), text, more));
  }

  /** Writes in a channel or a group, with the bot's name before it; the answer stands there for all to see. */
  writesIn(conversation: string, text: string): Promise<Answer> {
    return this.acts(messageActivity(this.setting(conversation), text));
  }

  /** Presses the button whose id is `idOrPrefix`, or else begins with it. */
  async presses(message: Message | Answer, idOrPrefix: string, given: Press = {}): Promise<Answer> {
    const where = 'shown' in message ? message.shown : message;
    const found = button(where, idOrPrefix);
    if (!where?.card || !found) {
      const there = buttonsOf(where).map(({ id }) => id);
      throw new Error(
        `nothing to press here is called ${idOrPrefix}; there is: ${there.join(', ') || 'nothing'}`,
      );
    }
    if (found.action.type === 'Action.Submit') throw new Error(`${idOrPrefix} opens a dialog`);
    const { type, id, title, verb } = found.action;
    const data = given.data ?? actionData(where.card, found.action, given.entries ?? {});
    const action = { type, ...(id === undefined ? {} : { id }), title, verb: given.verb ?? verb, data };
    return this.invokes(where, action);
  }

  /** Presses a button that opens a view, and gets the dialog. `data`: other data than its own, as a forger would send. */
  async opensView(message: Message | Answer, idOrPrefix: string, data?: unknown): Promise<Dialog> {
    const where = 'shown' in message ? message.shown : message;
    const found = button(where, idOrPrefix);
    if (!where || found?.action.type !== 'Action.Submit')
      throw new Error(`nothing here opens a dialog by ${idOrPrefix}`);
    const send = (name: 'task/fetch' | 'task/submit', sent: unknown) =>
      this.asks(name, sent, where.conversation, where.id);
    return dialogIn(this.desk.tenant, await send('task/fetch', data ?? found.action.data), send);
  }

  /** Sends what a dialog would, from this chat or another, as it is. */
  asks(
    name: 'task/fetch' | 'task/submit',
    data: unknown,
    conversation = this.conversation,
    replyToId: string | null = null,
  ): Promise<Answer> {
    return this.acts(taskActivity(this.setting(conversation), name, data, replyToId));
  }

  /** Sends the card's form, by its last button. `entries` are what she fills in; the rest keeps what it began with. */
  async submits(message: Message | Answer, entries: Entries = {}): Promise<Answer> {
    const where = 'shown' in message ? message.shown : message;
    const last = buttonsOf(where).findLast(({ action }) => action.associatedInputs !== 'none');
    if (!where || !last) throw new Error('there is no form to send here');
    return this.presses(where, last.id, { entries });
  }

  /** Sends an Action.Execute as it is, from this message or one that never was. */
  async invokes(message: Message, action: Fields): Promise<Answer> {
    const answer = await this.acts(invokeActivity(this.setting(message.conversation), message, action));
    if (answer.status !== 200) return answer;
    const { shown, notice } = seenOf(this.desk.tenant, message.conversation, answer.body);
    // A card in the pressed one's place has its id: it is pressed again as that message.
    const placed = shown && { ...shown, id: message.id, replyTo: message.replyTo };
    return { ...answer, shown: placed ?? answer.shown, notice };
  }

  /** Gets the app. Teams tells of it by two events, here in the order of `first`. */
  async installs(
    first: 'installationUpdate' | 'conversationUpdate' = 'installationUpdate',
  ): Promise<Answer[]> {
    this.change({ installed: true, blocked: false });
    return this.tells(installActivities(this.setting(), 'add'), first);
  }

  /** Removes the app: nothing reaches her from now on. */
  async uninstalls(): Promise<Answer[]> {
    this.change({ installed: false });
    return this.tells(installActivities(this.setting(), 'remove'), 'installationUpdate');
  }

  /** Blocks the bot, of which Teams tells nothing. */
  blocks(): void {
    this.change({ blocked: true });
  }

  private change(about: Partial<PersonRecord>): void {
    this.desk.tenant.putPerson(this.id, about);
  }

  private setting(conversation = this.conversation): Setting {
    const { tenant, serviceUrl } = this.desk;
    return { tenant, serviceUrl, person: this.record, conversation };
  }

  private async tells(activities: readonly Activity[], first: string): Promise<Answer[]> {
    const ordered = activities.toSorted(
      (one, other) => Number(other.type === first) - Number(one.type === first),
    );
    const answers: Answer[] = [];
    for (const activity of ordered) answers.push(await this.acts(activity));
    return answers;
  }

  /** Sends, and tells what she sees then: the newest message that answers what she did. */
  private async acts(activity: Activity): Promise<Answer> {
    const { tenant } = this.desk;
    const raw = await this.desk.send(activity);
    const said = tenant.messagesIn(activity.conversation.id);
    const shown = said.findLast((message) => message.replyTo === activity.id) ?? null;
    const { activities } = raw.body ?? {};
    const expected = Array.isArray(activities) ? activities.at(-1) : undefined;
    const given = expected && tenant.draft(activity.conversation.id, expected as Fields, activity.id);
    return { ...raw, activity: activity.id, shown: given ?? shown, notice: null };
  }
}
