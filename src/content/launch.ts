import * as v from 'valibot';
import { type ByLanguage, inOrder, joined } from './by-language.ts';
import type { Said } from './languages.ts';
import { id, list, mapping, text, wholeNumber } from './shape-parts.ts';

/** What the sentences for making Buddy known leave open: the hospital's name; and, as a paragraph by itself, how Buddy is opened. */
export const openPlaces = { hospital: '{hospital}', open: '{open}' } as const;

/** Something to hand out, send or read aloud, in sections. */
export interface LaunchText {
  readonly id: string;
  readonly words: Said<LaunchWords>;
}

export interface LaunchWords {
  readonly title: string;
  /** Where it's used, and who uses it; printed beside it, not on a poster. */
  readonly use: string;
  readonly sections: readonly LaunchSection[];
}

export interface LaunchSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** For the one who speaks, not for the audience. */
  readonly notes: readonly string[];
}

const line = (most: number) =>
  v.pipe(text(most), v.check(opensNoOther, 'may leave nothing open but {hospital}'));

const paragraph = v.pipe(
  text(600),
  v.check(
    (said) => said === openPlaces.open || opensNoOther(said),
    'may leave nothing open but {hospital}; {open} is a paragraph by itself',
  ),
);

const paragraphs = v.pipe(list(paragraph), v.maxLength(10, 'must have at most 10 entries'));

export const launchFile = mapping({
  id,
  order: wholeNumber,
  title: line(75),
  use: line(300),
  sections: list(mapping({ heading: line(150), paragraphs, notes: v.optional(list(line(600))) })),
});

type Written = v.InferOutput<typeof launchFile>;

export function makeLaunch({ en, es }: ByLanguage<Written>): LaunchText[] {
  return joined({ en: inOrder(en), es }, ({ title, use, sections }) => ({
    title,
    use,
    sections: sections.map(({ notes = [], ...section }) => ({ ...section, notes })),
  }));
}

/** The two that are laid out in their own way have to be there. */
export function launchFaults({ en }: ByLanguage<Written>): string[] {
  const there = new Set(en.map((one) => one.id));
  return ['poster', 'badge-card']
    .filter((one) => !there.has(one))
    .map((one) => `prompts/launch/en: ${one} is missing.`);
}

function opensNoOther(said: string): boolean {
  return !said.replaceAll(openPlaces.hospital, '').includes('{');
}
