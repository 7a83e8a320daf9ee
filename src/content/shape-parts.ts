import * as v from 'valibot';
import { parseDay } from '../calendar/local-time.ts';

// What the shapes of files under prompts/ are made of. A sentence here follows the name of the place.

export const anyText = v.string('must be text; in quotation marks it always is');

export const sayLength = (most: number) => `must be 1 to ${most} characters long`;

export const text = (most: number) =>
  v.pipe(anyText, v.minLength(1, sayLength(most)), v.maxLength(most, sayLength(most)));

export const id = v.pipe(anyText, v.regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens'));

export const wholeNumber = v.pipe(v.number('must be a number'), v.integer('must be a whole number'));

export const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item, 'must be a list'), v.minLength(1, 'must have at least one entry'));

/** A mapping with these entries and no others, so that a misspelled name is noticed. */
export const mapping = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    // valibot takes a list for a mapping, too.
    v.custom<object>((value) => isMapping(value), 'must be a mapping, lines like `name: value`'),
    v.strictObject(entries, ({ expected }) =>
      expected === 'never' ? 'is not a name that can stand here' : 'is missing',
    ),
  );

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const day = v.pipe(
  anyText,
  v.check((value) => parseDay(value) !== null, 'must be a date, such as 2026-11-01'),
);

export const address = v.pipe(anyText, v.url('must be an address, such as https://example.org'));
