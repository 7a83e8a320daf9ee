import { elementsOf } from './check-blocks.ts';
import type { Raw } from './http-route.ts';
import {
  actionOf,
  commandPayload,
  eventPayload,
  homeOf,
  messagePress,
  viewClosed,
  viewPress,
  viewSubmission,
} from './payloads.ts';
import { mention } from './people.ts';
import { showAcknowledgement } from './response-url.ts';
import { type Entry, stateValues } from './state-values.ts';
import type { Answer, Block, Fields, Kind, Message, PersonRecord, Reply, View } from './types.ts';
import { afterSubmission } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What a person needs of Slack in order to act. */
export interface Desk {
  readonly workspace: Workspace;
  send(kind: Kind, payload: Fields): Promise<Raw>;
  /** The address of a response_url. */
  responseUrl(id: string): string;
}

/** Where a press can happen: a message, a view, an answer that shows one, or the bare JSON of an acknowledgement. */
export type Where = Message | View | Answer | Fields;

export interface Press {
  /** Another value than the button's own: what a forger would send. */
  readonly value?: string;
  /** What is picked in a select or picker; several in a multi-select. */
  readonly selected?: string | readonly string[];
  /** What stands in the other fields, by block or action id. */
  readonly entries?: Readonly<Record<string, Entry>>;
}

/** Someone in Slack: does what people do there, and sees what they would see. */
export class Person {
  readonly id: string;
  private readonly desk: Desk;

  constructor(desk: Desk, id: string) {
    this.desk = desk;
    this.id = id;
  }

  private get record(): PersonRecord {
    const record = this.desk.workspace.people.get(this.id);
    if (!record) throw new Error(`${this.id} is not in this workspace`);
    return record;
  }

  /** `<@U1|handle>`, as others' commands carry it. */
  get mention(): string {
    return mention(this.record);
  }

  /** Her direct channel with the app. */
  get channel(): string {
    return this.desk.workspace.dmOf(this.id);
  }

  get inbox(): Message[] {
    return this.desk.workspace.inbox(this.id);
  }

  get lastMessage(): Message | undefined {
    return this.inbox.at(-1);
  }

  get ephemerals(): Message[] {
    return this.desk.workspace.ephemerals.filter((message) => message.user === this.id);
  }

  get lastEphemeral(): Message | undefined {
    return this.ephemerals.at(-1);
  }

  /** What came for her through response_urls. */
  get replies(): Reply[] {
    return this.desk.workspace.replies.filter((reply) => reply.user === this.id);
  }

  get home(): View | undefined {
    return this.desk.workspace.homes.get(this.id);
  }

  /** The modal in front of her. */
  get modal(): View | undefined {
    return this.desk.workspace.stacks.get(this.id)?.at(-1);
  }

  /** Types a slash command, by default in her direct channel with the app; an acknowledgement shows as an ephemeral. */
  async command(
    command: string,
    text = '',
    where: { readonly channel?: string; readonly channelName?: string } = {},
  ): Promise<Answer> {
    const { workspace } = this.desk;
    const channel = where.channel ?? this.channel;
    const channelName = where.channelName ?? (channel.startsWith('D') ? 'directmessage' : 'general');
    const responseUrl = this.responseUrl(channel, null);
    const payload = commandPayload(workspace, this.record, {
      command,
      text,
      channel,
      channelName,
      responseUrl,
    });
    return this.acts('slash_commands', payload, (raw) =>
      showAcknowledgement(workspace, this.id, channel, raw),
    );
  }

  /** Presses the button (or picks in the select) whose action_id is `idOrPrefix`, or else begins with it. */
  async press(where: Where, idOrPrefix: string, given: Press = {}): Promise<Answer> {
    const { workspace } = this.desk;
    const surface = this.surfaceOf(where);
    const { element, block } = find(surface.blocks, idOrPrefix);
    const action = actionOf(workspace, element, block.block_id ?? '', given);
    const picked = given.selected === undefined ? {} : { [element.action_id ?? '']: given.selected };
    const values = stateValues(surface.blocks, { ...given.entries, ...(isStateful(action) ? picked : {}) });
    if (isMessage(surface)) {
      const responseUrl = this.responseUrl(surface.channel, surface);
      return this.acts(
        'interactive',
        messagePress(workspace, this.record, surface, { action, values, responseUrl }),
      );
    }
    return this.acts('interactive', viewPress(workspace, this.record, surface, { action, values }));
  }

  /** Submits a modal. `entries` are what she fills in; fields that are left out keep what they started with. */
  async submit(where: View | Answer, entries: Readonly<Record<string, Entry>> = {}): Promise<Answer> {
    const { workspace } = this.desk;
    const view = this.surfaceOf(where);
    if (isMessage(view)) throw new Error('a message cannot be submitted, only a modal');
    const payload = viewSubmission(workspace, this.record, view, stateValues(view.blocks, entries));
    return this.acts('interactive', payload, (raw) => afterSubmission(workspace, this.id, view, raw));
  }

  /** Closes a modal without submitting it. The app hears of it only where the view asked for that. */
  async close(view: View): Promise<Answer | null> {
    const { stacks } = this.desk.workspace;
    stacks.set(
      this.id,
      (stacks.get(this.id) ?? []).filter((one) => one.id !== view.id),
    );
    if (!view.notify_on_close) return null;
    return this.acts('interactive', viewClosed(this.desk.workspace, this.record, view));
  }

  /** Opens the app's Home, or its messages. */
  async opensHome(tab: 'home' | 'messages' = 'home'): Promise<Answer> {
    const { workspace } = this.desk;
    const view = this.home ? { view: this.home } : {};
    const event = { user: this.id, channel: this.channel, tab, ...view };
    return this.acts(
      'events_api',
      eventPayload(workspace, 'app_home_opened', event, homeOf(workspace, this.record)),
    );
  }

  /** Sends, and tells what she sees then: what the answer shows, else a modal that was opened meanwhile. */
  private async acts(kind: Kind, payload: Fields, show?: (raw: Raw) => Answer['shown']): Promise<Answer> {
    const before = this.modal;
    const raw = await this.desk.send(kind, payload);
    const shown = show?.(raw) ?? null;
    return { ...raw, shown: shown ?? (this.modal !== before ? (this.modal ?? null) : null) };
  }

  private responseUrl(channel: string, source: Message | null): string {
    return this.desk.responseUrl(this.desk.workspace.grantResponseUrl(this.id, channel, source));
  }

  private surfaceOf(where: Where): Message | View {
    const { shown, status, text, surface, type } = where as Fields;
    if (shown) return shown as Message | View;
    if (shown === null) throw new Error(`that answer shows nothing: ${JSON.stringify({ status, text })}`);
    if (surface !== undefined) return where as Message;
    if (type === 'modal' || type === 'home') return where as View;
    return this.desk.workspace.draft('ephemeral', this.channel, this.id, where as Fields);
  }
}

const isMessage = (surface: Message | View): surface is Message => 'surface' in surface;
const isStateful = (action: Fields) => Object.keys(action).some((name) => name.startsWith('selected_'));

function find(blocks: readonly Block[], idOrPrefix: string) {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ element, block })));
  const found =
    all.find(({ element }) => element.action_id === idOrPrefix) ??
    all.find(({ element }) => element.action_id?.startsWith(idOrPrefix));
  if (found) return found;
  const there = all.map(({ element }) => element.action_id).join(', ');
  throw new Error(`nothing to press here is called ${idOrPrefix}; there is: ${there || 'nothing'}`);
}
