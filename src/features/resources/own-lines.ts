import { dayText, localDay } from '../../calendar/local-time.ts';
import type { Resource, ResourceWords } from '../../content/resources.ts';
import { wayOf } from './reach.ts';
import { wordsFor } from './words.ts';

/** As many as someone still reads through. */
export const mostOwnLines = 20;

/** What an administrator writes of a line. Spanish that's empty is said as in English. */
export interface WrittenLine {
  readonly name: string;
  /** As `readReach` has it. */
  readonly reach: string;
  readonly hours: string;
  readonly who: string;
  readonly nameEs: string;
  readonly hoursEs: string;
  readonly whoEs: string;
}

/** A line of the hospital's own, added from chat. */
export interface OwnLine extends WrittenLine {
  readonly id: string;
  readonly editedAt: number;
}

/** Such a line beside those of the file. It's never a crisis line, and who wrote it down has looked it up. */
export function asResource(line: OwnLine, timeZone: string): Resource {
  const { id, name, hours, who, reach, editedAt } = line;
  const en: ResourceWords = { name, hours, who, about: '', reach: [sayReach(reach, 'en')] };
  const es: ResourceWords = {
    name: line.nameEs || name,
    hours: line.hoursEs || hours,
    who: line.whoEs || who,
    about: '',
    reach: [sayReach(reach, 'es')],
  };
  return {
    id,
    kind: 'local',
    open: null,
    last_verified: dayText(localDay(editedAt, timeZone)),
    verified_by: 'chat',
    isOwn: true,
    words: { en, es },
  };
}

function sayReach(reach: string, language: 'en' | 'es'): string {
  const { own } = wordsFor({ language });
  const way = wayOf(reach);
  if ('link' in way) return way.link;
  if (way.phone === '') return own.extension(way.extension);
  return way.extension === '' ? own.call(way.phone) : own.callExtension(way.phone, way.extension);
}

/** Whether one of these lines has this name, in either language, and is reached this way. */
export function isThere(written: WrittenLine, lines: readonly Resource[]): boolean {
  const name = folded(written.name);
  const reach = folded(sayReach(written.reach, 'en'));
  return lines.some(
    ({ words }) =>
      [words.en.name, words.es?.name ?? ''].some((one) => folded(one) === name) &&
      words.en.reach.some((one) => folded(one) === reach),
  );
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
