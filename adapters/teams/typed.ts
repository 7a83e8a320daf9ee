import { isId } from '../../src/chat/id.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { type Json, list, object, string } from '../shared/json.ts';

/** What someone wrote to Buddy: the words as they were meant, and who they mentioned in them. */
export interface Typed {
  readonly text: string;
  readonly people: readonly PersonRef[];
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
const mentionTag = /<at\b[^<>]*>([^<>]*)<\/at>/gi;
const tag = /<\/?[a-z][^<>]*>/gi;
const slash = /^\/buddy(?=\s|$)/i;
/** Soft hyphens, zero-width characters and marks of direction, copied along with a code; and halves of characters. */
const unseen = /[\p{Cf}\p{Cs}]/gu;
const space = /[\s\p{Cc}]+/gu;

/** A message mentions a few people; a list beyond that is not gone through. */
const mentionsAtMost = 20;

/** Reads a message's text: without mentions of Buddy, markup, a leading `/buddy`, and white space of any kind around. */
export function readTyped(activity: Json, from: PersonRef): Typed {
  const mentions = readMentions(activity);
  const people = mentions.flatMap(({ id }) => (id === null ? [] : [{ ...from, id }]));
  let text = string(activity.text).replaceAll(mentionTag, (written, name: string) => {
    const mention = mentions.find((one) => one.written === written || one.name === decoded(name).trim());
    return ` ${mention?.stays === true ? name : ''} `;
  });
  for (const { written, stays } of mentions) {
    if (!stays && written !== '') text = text.replaceAll(written, ' ');
  }
  return {
    text: tidied(decoded(text.replaceAll(tag, ' ')))
      .replace(slash, '')
      .trim(),
    people,
  };
}

/** Nothing was written, and yet something sent: a picture, a file. */
export function isWordless(activity: Json): boolean {
  return tidied(decoded(string(activity.text))) === '' && list(activity.attachments).length > 0;
}

interface ReadMention {
  /** The mention as it stands in the text. */
  readonly written: string;
  readonly name: string;
  /** The colleague's Entra object id; null for Buddy, and where Teams does not tell it. */
  readonly id: string | null;
  /** A colleague, when Teams tells the name alone: it stays in the text, where it can be understood. */
  readonly stays: boolean;
}

function readMentions({ entities, recipient }: Json): ReadMention[] {
  const bot = string(object(recipient).id);
  return list(entities)
    .slice(0, mentionsAtMost)
    .map(object)
    .filter((entity) => entity.type === 'mention')
    .map((entity) => {
      const mentioned = object(entity.mentioned);
      const isBuddy = isBotId(string(mentioned.id)) || mentioned.id === bot;
      const told = isBuddy ? '' : string(mentioned.aadObjectId).toLowerCase();
      const id = isId(told) ? told : '';
      return {
        written: string(entity.text),
        name: string(mentioned.name).trim(),
        id: id === '' ? null : id,
        stays: !isBuddy && id === '',
      };
    });
}

/** Teams puts `28:` before the ids of bots. */
export function isBotId(id: string): boolean {
  return id.startsWith('28:');
}

function tidied(text: string): string {
  return text.replaceAll(unseen, '').replaceAll(space, ' ').trim();
}

const named: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', ' '],
  ] as const),
]);

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return named.get(name.toLowerCase()) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
