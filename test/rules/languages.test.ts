import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { limits } from '../../adapters/slack/limits.ts';
import { toIntent } from '../../src/bot/intents.ts';
import type { Card, Command, Mention, Words } from '../../src/chat/card.ts';
import { reader } from '../../src/playground/gallery/samples.ts';
import { gallery } from '../../src/playground/gallery.ts';
import { content, slackPerson } from '../support/turn.ts';

const source = join(import.meta.dirname, '../../src');
const rooms = globSync('**/words.en.ts', { cwd: source }).map((file) => file.replace(/words\.en\.ts$/, ''));
const shown = gallery(content, reader);
const inSpanish = gallery(content, { ...reader, language: 'es' });

test('every room has its words', () => {
  expect(rooms.length).toBeGreaterThan(15);
});

describe.each(rooms)('the words of %s', (room) => {
  test('say in Spanish what they say in English, with all that is filled in', async () => {
    const [en, es] = await Promise.all(['en', 'es'].map((one) => import(`${source}/${room}words.${one}.ts`)));
    const spanish = new Map(leavesOf(es.words));
    for (const [key, english] of leavesOf(en.words)) {
      const said = spanish.get(key);
      expect([key, typeof said]).toEqual([key, typeof english]);
      if (typeof english === 'string') expect(said).toMatch(english === '' ? /^$/ : /\S/);
      if (typeof said === 'function') expect([key, unused(said)]).toEqual([key, []]);
      if (typeof english === 'function') expect([key, unused(english)]).toEqual([key, []]);
    }
    expect([...spanish.keys()]).toEqual(expect.arrayContaining(leavesOf(en.words).map(([key]) => key)));
  });

  test('have no English left standing in the Spanish', () => {
    const code = readFileSync(`${source}/${room}words.es.ts`, 'utf8').replaceAll(
      /\/\*.*?\*\/|^import[^\n]*$/gms,
      '',
    );
    const texts = (code.match(/'[^'\n]* [^'\n]*'|`[^`\n]* [^`\n]*`/g) ?? []).map((text) =>
      text.replaceAll(/\$\{[^}]*\}/g, ' '),
    );
    expect(texts.filter((text) => english.test(text))).toEqual([]);
    expect(texts.filter((text) => /¡|!/.test(text))).toEqual([]);
  });
});

/** None of them is a Spanish word, too. */
const english =
  /\b(the|and|you|your|yours|with|this|that|is|are|was|were|for|of|to|it|from|who|what|when|which|not|have|has|will|can|they|their|them|here|there|questions?|check-?in|colleagues?|someone|pause|resume|week|monday|settings|nothing)\b/i;

test('no sentence ends in two periods, though the hour in Spanish ends in one', () => {
  expect(JSON.stringify(inSpanish)).toContain('a.m.');
  for (const { name, ...drawn } of [...shown, ...inSpanish])
    expect([name, /[^.]\.\.[^.]/.exec(JSON.stringify(drawn))?.[0]]).toEqual([name, undefined]);
});

test('each card has the same names and the same buttons in both languages', () => {
  expect(inSpanish.map(({ name }) => name)).toEqual(shown.map(({ name }) => name));
  for (const [place, { name, card }] of shown.entries()) {
    const other = inSpanish[place]?.card;
    if (card === undefined || other === undefined) continue;
    expect([name, buttonsOf(other)]).toEqual([name, buttonsOf(card)]);
    expect([name, mentionsOf(other)]).toEqual([name, mentionsOf(card)]);
  }
});

test('every command that is shown in Spanish is understood, and means what it means in English', () => {
  for (const [place, { name, card }] of shown.entries()) {
    const other = inSpanish[place]?.card;
    if (card === undefined || other === undefined) continue;
    expect([name, commandsOf(other).map(meant)]).toEqual([name, commandsOf(card).map(meant)]);
  }
});

test('every label and every title is within what Slack shows, in both languages', () => {
  for (const { name, card, form, view } of [...shown, ...inSpanish]) {
    if (card !== undefined) {
      expect((card.heading ?? '').length).toBeLessThanOrEqual(limits.heading);
      for (const { label } of labelled(card))
        expect([name, label.length <= limits.button.label]).toEqual([name, true]);
    }
    const filled = form ?? view;
    if (filled === undefined) continue;
    expect([name, filled.title.length <= limits.modal.title]).toEqual([name, true]);
    expect([name, (filled.submit ?? '').length <= limits.modal.submit]).toEqual([name, true]);
    for (const { label, hint = '' } of filled.fields)
      expect(label.length + hint.length).toBeLessThan(limits.input.label);
  }
});

type Leaf = string | ((...filledIn: never[]) => unknown);

/** Every sentence by where it stands. What is written in pieces is one, and its pieces may differ. */
function leavesOf(words: unknown, path = ''): [string, Leaf][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, words as Leaf]];
  if (Array.isArray(words) && words.some((part) => typeof part === 'object' && 'command' in part)) return [];
  return Object.entries(words as object).flatMap(([key, value]) => leavesOf(value, `${path}.${key}`));
}

/** What is to be filled in and isn't said. */
function unused(say: Leaf): string[] {
  const [, list = '', body = ''] =
    /^(?:function \w+)?\(?([^)=]*?)\)?\s*(?:=>|\{)(.*)$/s.exec(String(say)) ?? [];
  const names = list.match(/\w+/g) ?? [];
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(body));
}

function labelled({ elements }: Card) {
  return elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []));
}

function buttonsOf(card: Card): string[] {
  return labelled(card).map(({ id }) => id.replace(/^settings\.language:.*$/, 'settings.language:the other'));
}

function piecesOf({ elements }: Card): Exclude<Exclude<Words, string>[number], string>[] {
  const words = elements.flatMap((element): readonly Words[] => {
    if (element.type === 'text') return [element.words];
    if (element.type === 'fields') return element.fields.map((field) => field.words);
    return element.type === 'table' ? element.rows.flat() : [];
  });
  return words.flatMap((one) =>
    typeof one === 'string' ? [] : one.filter((part) => typeof part !== 'string'),
  );
}

function mentionsOf(card: Card): string[] {
  return piecesOf(card)
    .filter((part): part is Mention => 'person' in part)
    .map(({ name }) => name)
    .sort();
}

function commandsOf(card: Card): Command[] {
  return piecesOf(card).filter((part): part is Command => 'command' in part);
}

function meant({ command, colleague }: Command): string {
  const people = colleague === undefined ? [] : [slackPerson('U0BEN')];
  const text = command.replace(/CÓDIGO|CODE/, '7K3M-Q9XD');
  return toIntent({ id: '1', from: slackPerson('U0ANA'), type: 'command', text, people }).name;
}
