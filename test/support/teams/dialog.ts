import type { Filling, OpenView } from '../open-view.ts';
import { problemsOfCard } from './check-card.ts';
import { actionData, type Entries } from './entries.ts';
import { button, buttonsOf, textOf } from './read.ts';
import { cardContentType, type Tenant } from './tenant.ts';
import type { AdaptiveCard, Answer, Fields } from './types.ts';

/** What a dialog needs of Teams: to send what is pressed in it. */
export type SendTask = (name: 'task/fetch' | 'task/submit', data: unknown) => Promise<Answer>;

/** A dialog as it stands in front of someone. Whatever is done in it brings the next one, in its place. */
export class Dialog implements OpenView {
  readonly title: string;
  readonly card: AdaptiveCard;
  /** What it was answered with, byte for byte. */
  readonly answer: Answer;
  private readonly tenant: Tenant;
  private readonly send: SendTask;

  constructor(parts: {
    title: string;
    card: AdaptiveCard;
    answer: Answer;
    tenant: Tenant;
    send: SendTask;
  }) {
    this.title = parts.title;
    this.card = parts.card;
    this.answer = parts.answer;
    this.tenant = parts.tenant;
    this.send = parts.send;
  }

  get text(): string {
    return [this.title, textOf({ text: '', card: this.card })].join('\n');
  }

  /** The ids of what can be pressed. */
  get buttons(): readonly string[] {
    return buttonsOf({ text: '', card: this.card }).map(({ id }) => id);
  }

  /** Presses the button whose id is `idOrPrefix`, or else begins with it. */
  async presses(idOrPrefix: string, entries: Entries = {}): Promise<Dialog> {
    const found = button({ text: '', card: this.card }, idOrPrefix);
    if (!found)
      throw new Error(`nothing to press here is called ${idOrPrefix}; there is: ${this.buttons.join(', ')}`);
    return this.sends(actionData(this.card, found.action, entries));
  }

  /** Sends it in. `filling` is what someone fills in; the rest keeps what it began with. */
  async submits(filling: Filling = {}): Promise<Dialog> {
    const entries = Object.fromEntries(Object.entries(filling).map(([id, entry]) => [id, String(entry)]));
    const own = buttonsOf({ text: '', card: this.card }).findLast(
      ({ action }) => (action.data as Fields | undefined)?.form === true,
    );
    if (!own) throw new Error('there is nothing to send in here');
    return this.sends(actionData(this.card, own.action, entries));
  }

  /** Sends this data as it is: what a forger would. */
  async sends(data: unknown): Promise<Dialog> {
    return dialogIn(this.tenant, await this.send('task/submit', data), this.send);
  }
}

/** The dialog that an answer opens or changes. What Teams could not show is complained of. */
export function dialogIn(tenant: Tenant, answer: Answer, send: SendTask): Dialog {
  const task = (answer.body?.task ?? {}) as Fields;
  const { title, height, width, card } = (task.value ?? {}) as Fields;
  const { contentType, content } = (card ?? {}) as Fields;
  const problems = [
    ...(task.type === 'continue' ? [] : [`the task type ${JSON.stringify(task.type)}`]),
    ...(typeof title === 'string' && title !== '' ? [] : ['no title']),
    ...[height, width].filter((size) => !['small', 'medium', 'large'].includes(String(size))).map(String),
    ...(contentType === cardContentType ? problemsOfCard(content) : [`the content ${String(contentType)}`]),
    ...(JSON.stringify(content ?? {}).includes('"Action.Execute"') ? ['an Action.Execute'] : []),
    ...(JSON.stringify(content ?? {}).includes('"task/fetch"') ? ['a button that opens another dialog'] : []),
  ];
  if (answer.status !== 200 || problems.length > 0) {
    tenant.complaints.push(`a dialog was answered with ${problems.join('; ')}`);
    throw new Error(`no dialog: ${answer.status} ${answer.text} ${problems.join('; ')}`);
  }
  return new Dialog({ title: String(title), card: content as AdaptiveCard, answer, tenant, send });
}
