import * as v from 'valibot';
import { parseDay } from '../calendar/local-time.ts';

/** A question fits two lines on a phone and no platform cuts it. */
export const questionMaxLength = 300;

const anyText = v.string('must be text; in quotation marks it always is');

const sayLength = (most: number) => `must be 1 to ${most} characters long`;

const text = (most: number) =>
  v.pipe(anyText, v.minLength(1, sayLength(most)), v.maxLength(most, sayLength(most)));

const question = v.pipe(
  anyText,
  v.trim(),
  v.minLength(1, sayLength(questionMaxLength)),
  v.maxLength(questionMaxLength, sayLength(questionMaxLength)),
);

const id = v.pipe(anyText, v.regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens'));

const wholeNumber = v.pipe(v.number('must be a number'), v.integer('must be a whole number'));

const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item, 'must be a list'), v.minLength(1, 'must have at least one entry'));

/** A mapping with these entries and no others, so that a misspelled name is noticed. */
const mapping = <Entries extends v.ObjectEntries>(entries: Entries) =>
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

export const bankSet = mapping({
  id,
  first: question,
  second: question,
  weeks: v.optional(
    list(v.pipe(wholeNumber, v.minValue(1, 'must be at least 1'), v.maxValue(53, 'must be at most 53'))),
  ),
});

export const bankFile = v.array(bankSet, 'must be a list');

export const guide = mapping({
  id,
  title: text(75),
  order: wholeNumber,
  paragraphs: v.pipe(list(text(600)), v.maxLength(10, 'must have at most 10 entries')),
});

export const resource = mapping({
  id,
  kind: v.picklist(['crisis', 'support', 'local'], 'must be crisis, support or local'),
  name: text(150),
  reach: list(text(200)),
  hours: text(200),
  who: text(300),
  about: text(300),
  last_verified: v.pipe(
    anyText,
    v.check((value) => parseDay(value) !== null, 'must be a date, such as 2026-11-01'),
  ),
  url: v.optional(v.pipe(anyText, v.url('must be an address, such as https://example.org'))),
});

export const resourcesFile = mapping({ last_reviewed_note: anyText, resources: list(resource) });
