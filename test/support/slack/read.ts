import { elementsOf } from './check-blocks.ts';
import type { Block, Element, Option, Text } from './types.ts';

/** Anything that shows blocks: a message, a view, or the JSON of an acknowledgement. */
export interface Showing {
  readonly text?: unknown;
  readonly title?: unknown;
  readonly blocks?: unknown;
}

/** Something in a message that can be pressed or picked. A select's text is its placeholder. */
export interface Control {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly text: string; readonly value: string }[];
  readonly blockId: string | undefined;
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && typeof (value as Text).text === 'string';

/** What a reader sees of Slack's markup: mentions and links by their label, no formatting marks, no escapes. */
export function plain(mrkdwn: string): string {
  const shown = mrkdwn
    .replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, id: string, label?: string) =>
      sign === '!' ? (label ?? `@${id}`) : `${sign}${label ?? id}`,
    )
    .replace(/<([^>|]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label ?? url)
    .replace(/```([\s\S]*?)```/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/(?<![\w*])\*(\S|\S[^*\n]*\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(\S|\S[^_\n]*\S)_(?![\w_])/g, '$1')
    .replace(/(?<![\w~])~(\S|\S[^~\n]*\S)~(?![\w~])/g, '$1');
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function wordsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOf);
  if (isText(part)) return [part.type === 'mrkdwn' ? plain(part.text) : part.text];
  if (typeof part !== 'object' || part === null) return [];
  const { type, value } = part as Element;
  if (type === 'raw_number') return [String(value)];
  // The pieces of a rich text line are one line: only their formatting differs.
  if (/^rich_text_(section|quote|preformatted)$/.test(type))
    return [wordsOf((part as Block).elements).join('')];
  const { text, title, subtitle, body, label, hint, fields, elements, accessory, element, actions } =
    part as Element;
  const { rows, caption, placeholder, options, option_groups, alt_text, user_id, initial_value } =
    part as Element;
  const bare = [
    typeof text === 'string' ? plain(text) : [],
    caption ?? [],
    alt_text ?? [],
  ].flat() as string[];
  const mention = typeof user_id === 'string' ? [`@${user_id}`] : [];
  const typed = typeof initial_value === 'string' ? [initial_value] : [];
  const own = [text, title, subtitle, body, label, fields, elements, rows, element, accessory, actions];
  return [...bare, ...mention, ...own.flatMap(wordsOf), ...typed].concat(
    [hint, placeholder, option_groups, options].flatMap(wordsOf),
  );
}

const blocksOf = (showing: Showing | null | undefined) => (showing?.blocks ?? []) as readonly Block[];

/**
 * All the words that someone sees in a message or view, line by line, without markup: texts, fields, tables, and the
 * labels of buttons, inputs and options. A message without blocks shows its `text`.
 */
export function textOf(showing: Showing | null | undefined): string {
  const title = wordsOf(showing?.title);
  const blocks = blocksOf(showing);
  if (blocks.length === 0 && typeof showing?.text === 'string') return plain(showing.text);
  return [...title, ...blocks.flatMap(wordsOf)].join('\n');
}

/** Every button, select and other control of a message or view, in reading order. */
export function buttonsOf(showing: Showing | null | undefined): Control[] {
  return blocksOf(showing).flatMap((block) =>
    elementsOf(block).map((element) => ({
      id: element.action_id ?? '',
      type: element.type,
      text: [element.text, element.placeholder].find(isText)?.text ?? '',
      value: element.value,
      options: optionsOf(element).map((option) => ({ text: option.text.text, value: option.value })),
      blockId: block.block_id,
    })),
  );
}

/** The options of a select, also of one whose options come in groups. */
export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

/** The control whose id is `idOrPrefix`, or else the first whose id begins with it. */
export function button(showing: Showing | null | undefined, idOrPrefix: string): Control | undefined {
  const controls = buttonsOf(showing);
  return (
    controls.find((control) => control.id === idOrPrefix) ??
    controls.find((control) => control.id.startsWith(idOrPrefix))
  );
}
