import type { Card, Command, Element, Words } from './card.ts';
import type { Effect } from './effect.ts';

/** A private answer: a card, or one sentence. */
export function reply(answer: Card | Words): Effect {
  return { type: 'reply', card: asCard(answer) };
}

/** The pressed message becomes this card, or this one sentence. */
export function replace(answer: Card | Words): Effect {
  return { type: 'replace', card: asCard(answer) };
}

export function text(words: Words): Element {
  return { type: 'text', words };
}

export function strong(words: Words): Element {
  return { type: 'text', words, tone: 'strong' };
}

export function quiet(words: Words): Element {
  return { type: 'text', words, tone: 'quiet' };
}

/** What is typed, inside a sentence. */
export function command(typed: string): Command {
  return { command: typed };
}

/** The command that asks a colleague, who is named after it. */
export const askColleague: Command = {
  command: 'pair',
  colleague: { mention: '@colleague', name: 'First Last' },
};

export const askColleagueInSpanish: Command = {
  command: 'invitar',
  colleague: { mention: '@colega', name: 'Nombre Apellido' },
};

export function asCard(answer: Card | Words): Card {
  return isCard(answer) ? answer : { elements: [text(answer)] };
}

function isCard(answer: Card | Words): answer is Card {
  return typeof answer === 'object' && 'elements' in answer;
}
