import type { Field, Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { OwnLine } from '../resources/own-lines.ts';
import { longestReach } from '../resources/reach.ts';
import { wordsFor } from './words.ts';

/** As many letters as fit on a line of a phone, twice. */
export const longestWords = 80;

/** What a line says beside how it's reached, in the order of the form. */
export const lineTexts = ['name', 'hours', 'who', 'nameEs', 'hoursEs', 'whoEs'] as const;

export type LineText = (typeof lineTexts)[number];

/** A line of the hospital's own: a new one, or one to change. */
export function lineForm(reader: Reader, line: OwnLine | null): Form {
  const words = wordsFor(reader).line;
  const field = (id: LineText | 'reach', hint: string | null = null): Field => ({
    type: 'text',
    id,
    label: words.fields[id],
    ...(hint === null ? {} : { hint }),
    ...(id === 'name' || id === 'reach' ? {} : { optional: true }),
    ...(line === null || line[id] === '' ? {} : { initial: line[id] }),
    maxLength: id === 'reach' ? longestReach : longestWords,
    lines: 'one',
  });
  return {
    id: line === null ? 'program.line' : `program.line:${line.id}`,
    title: line === null ? words.title : words.titleEdit,
    intro: words.intro,
    submit: words.submit,
    fields: [
      field('name'),
      field('reach', words.reachHint),
      field('hours', words.hoursHint),
      field('who'),
      field('nameEs', words.spanishHint),
      field('hoursEs'),
      field('whoEs'),
    ],
  };
}
