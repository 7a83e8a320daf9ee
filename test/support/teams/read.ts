import { partsOf } from './check-card.ts';
import type { AdaptiveCard, Fields, Message, Part } from './types.ts';

/** Anything that shows a card or words. */
export type Showing = Pick<Message, 'text' | 'card'>;

/** An action of a card. `id` is what it stands for: its verb or intent, with what it is about after a colon. */
export interface Control {
  readonly id: string;
  readonly text: string;
  readonly action: Part;
}

/** What a reader sees of the Markdown that Teams renders: no marks, no escapes, links by their label. */
export function plain(markdown: string): string {
  // Escaped characters are set aside first, so that no mark is found in them.
  const aside: string[] = [];
  const keep = (_: string, character: string) => `\uE000${aside.push(character) - 1}\uE001`;
  const shown = markdown
    .replace(/\\([!-/:-@[-`{-~])/g, keep)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*(\S|\S.*?\S)\*\*/g, '$1')
    .replace(/(?<![\w*])[*_](\S|\S[^*_\n]*\S)[*_](?![\w*])/g, '$1')
    .replace(
      /&(lt|gt|amp|quot|nbsp|#(\d+)|#x([0-9a-f]+));/gi,
      (_, name: string, ten?: string, hex?: string) => entity(name, ten, hex),
    );
  return shown.replace(/\uE000(\d+)\uE001/g, (_, index: string) => aside[Number(index)] ?? '');
}

function entity(name: string, ten: string | undefined, hex: string | undefined): string {
  if (ten !== undefined) return String.fromCodePoint(Number(ten));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }[name.toLowerCase()] ?? '';
}

/** Fields whose Markdown Teams renders, and those that it shows as they are. */
const rendered: Readonly<Record<string, readonly string[]>> = { TextBlock: ['text'] };
const asTheyAre: Readonly<Record<string, readonly string[]>> = {
  CodeBlock: ['codeSnippet'],
  Badge: ['text'],
  Image: ['altText'],
};

function wordsOf(part: Part): string[] {
  const text = (name: string) => (typeof part[name] === 'string' && part[name] !== '' ? [part[name]] : []);
  if (part.type === 'RichTextBlock') {
    const runs = (part.inlines ?? []) as (string | Part)[];
    return [runs.map((run) => (typeof run === 'string' ? run : String(run.text ?? ''))).join('')];
  }
  if (part.type === 'FactSet') {
    const facts = (part.facts ?? []) as { title: string; value: string }[];
    return facts.flatMap(({ title, value }) => [plain(title), plain(value)]);
  }
  if (part.type?.startsWith('Input.')) {
    const choices = ((part.choices ?? []) as { title: string }[]).map(({ title }) => title);
    return [...text('label'), ...text('title'), ...text('placeholder'), ...text('value'), ...choices];
  }
  if (part.type?.startsWith('Action.')) return text('title');
  const marked = (rendered[part.type] ?? []).flatMap(text).map(plain);
  return [...marked, ...(asTheyAre[part.type] ?? []).flatMap(text)];
}

function isSeen({ at, part }: { at: string; part: Part }): boolean {
  return part.type !== 'TextRun' && !/\/inlines\/\d+$/.test(at);
}

/** All the words that someone sees in a message, line by line, without markup. */
export function textOf(showing: Showing | null | undefined): string {
  if (!showing) return '';
  const lines = showing.card
    ? partsOf(showing.card)
        .filter(isSeen)
        .flatMap(({ part }) => wordsOf(part))
    : [];
  return [...(showing.text === '' ? [] : [plain(showing.text)]), ...lines].join('\n');
}

/** Every action of a message or dialog that reaches the bot, in reading order. */
export function buttonsOf(showing: Showing | null | undefined): Control[] {
  if (!showing?.card) return [];
  return partsOf(showing.card).flatMap(({ part }) => {
    if (part.type !== 'Action.Execute' && part.type !== 'Action.Submit') return [];
    const { about, intent } = (part.data ?? {}) as Fields;
    const name = String(part.type === 'Action.Execute' ? part.verb : intent);
    const id = typeof about === 'string' ? `${name}:${about}` : name;
    return [{ id, text: String(part.title ?? ''), action: part }];
  });
}

/** The action whose id is `idOrPrefix`, or else the first whose id begins with it. */
export function button(showing: Showing | null | undefined, idOrPrefix: string): Control | undefined {
  const controls = buttonsOf(showing);
  return (
    controls.find((control) => control.id === idOrPrefix) ??
    controls.find((control) => control.id.startsWith(idOrPrefix))
  );
}

/** The inputs of a card, by their ids. */
export function inputsOf(card: AdaptiveCard): ReadonlyMap<string, Part> {
  const inputs = partsOf(card).filter(({ part }) => part.type?.startsWith('Input.'));
  return new Map(inputs.map(({ part }) => [String(part.id), part]));
}
