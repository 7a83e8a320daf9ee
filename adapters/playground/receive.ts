import { createHash } from 'node:crypto';
import type { MessageRef } from '../../src/chat/delivery.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Answers } from '../../src/chat/form.ts';
import { profileOf, refOf, type Ward, type WardPerson } from './ward.ts';

/** Names each thing that someone does. `given` is the page's own name for it: the same when it is sent twice. */
export type NameEvent = (given: string | undefined) => string;

/** `startedAt` (epoch milliseconds) sets the names of one run of the program apart from those of another. */
export function createNames(startedAt: number): NameEvent {
  let count = 0;
  return (given) => {
    count += 1;
    const name = given === undefined ? `${startedAt}/${count}` : hashed(given);
    return `playground:${name}`;
  };
}

/** The page may have named it after a person, and no event's id may tell who. */
function hashed(given: string): string {
  return createHash('sha256').update(given).digest('hex');
}

const command = /^\/buddy(?=\s|$)/i;

/** What someone typed, with `/buddy` before it or without, as in a chat with the app. */
export function typedEvent(id: string, person: string, text: string, ward: Ward): InboundEvent {
  const from = refOf(person);
  const typed = text.trim();
  const names = mentions(ward);
  const people: string[] = [];
  const rest = typed.replace(command, '').replaceAll(names.pattern, (_match, name: string) => {
    people.push(names.idOf(name));
    return ' ';
  });
  return {
    type: 'command',
    id,
    from,
    text: rest.replaceAll(/\s+/g, ' ').trim(),
    people: people.map(refOf),
  };
}

/** `@Ben Okafor` and `@ben`, in any case. Full names first: `@Ben Okafor` is not `@ben` and a word. */
function mentions(ward: Ward): { readonly pattern: RegExp; readonly idOf: (name: string) => string } {
  const ids = new Map(
    ward.flatMap(({ id, name }) => [[name.toLowerCase(), id] as const, [id.toLowerCase(), id] as const]),
  );
  const longestFirst = [...ids.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`@(${longestFirst.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');
  return { pattern, idOf: (name) => ids.get(name.toLowerCase()) ?? '' };
}

export function pressEvent(
  id: string,
  person: string,
  button: string,
  message: MessageRef | null,
): InboundEvent {
  return { type: 'press', id, from: refOf(person), button, message };
}

export function submitEvent(id: string, person: string, form: string, answers: Answers): InboundEvent {
  return { type: 'submit', id, from: refOf(person), form, answers };
}

/** The platform says that someone's account is set this way from now on. */
export function profileEvent(id: string, person: WardPerson): InboundEvent {
  return { type: 'profile', id, from: refOf(person.id), profile: profileOf(person) };
}

export function homeEvent(id: string, person: string): InboundEvent {
  return { type: 'home', id, from: refOf(person) };
}
