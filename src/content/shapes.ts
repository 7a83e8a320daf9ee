import * as v from 'valibot';
import { address, anyText, day, id, list, mapping, sayLength, text, wholeNumber } from './shape-parts.ts';

/** A question fits two lines on a phone and no platform cuts it. */
export const questionMaxLength = 300;

/** Monday first, as days are named in a line's opening hours. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const question = v.pipe(
  anyText,
  v.trim(),
  v.minLength(1, sayLength(questionMaxLength)),
  v.maxLength(questionMaxLength, sayLength(questionMaxLength)),
);

const week = v.pipe(wholeNumber, v.minValue(1, 'must be at least 1'), v.maxValue(53, 'must be at most 53'));

const weight = v.picklist(['light', 'middling', 'heavy'], 'must be light, middling or heavy');

/** A set in English, with all that decides when it's asked. Without a theme, the name of its file is its theme. */
const bankSet = mapping({
  id,
  theme: v.optional(id),
  weight,
  weeks: v.optional(list(week)),
  first: question,
  second: question,
});

export const bankFile = v.array(bankSet, 'must be a list');

/** The same set in another language. */
const translatedSet = mapping({ id, weight, first: question, second: question });

export const translatedFile = v.array(translatedSet, 'must be a list');

export const retiredFile = v.array(id, 'must be a list');

/** Which weeks a theme has here; an empty list: none. */
export const calendarFile = mapping({
  seasons: v.record(id, v.array(week, 'must be a list'), 'must be a mapping, lines like `winter: [27]`'),
});

export const deeperFile = v.array(mapping({ id, question }), 'must be a list');

const paragraphs = v.pipe(list(text(600)), v.maxLength(10, 'must have at most 10 entries'));

export const guide = mapping({ id, title: text(75), order: wholeNumber, paragraphs });

export const supportText = mapping({
  id,
  title: text(75),
  order: wholeNumber,
  sections: list(mapping({ heading: text(75), paragraphs })),
});

export const rolePlay = mapping({ id, title: text(75), colleague: paragraphs, supporter: paragraphs });

export const rolePlayFile = v.array(rolePlay, 'must be a list');

/** What a hospital says in its own words, by key. A file of comments alone is empty. */
export const wordsFile = v.nullish(
  v.record(
    v.string(),
    v.pipe(
      v.string('must be one text; keys are written in full, such as nudges.later.evening'),
      v.trim(),
      v.minLength(1, 'must not be empty'),
    ),
    'must be a mapping, lines like `nudges.later.evening: Tonight`',
  ),
  {},
);

const resourceWords = {
  name: text(150),
  reach: list(text(200)),
  hours: text(200),
  who: text(300),
  about: text(300),
};

const clock = v.pipe(
  anyText,
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in quotation marks, such as "08:00"'),
);

const zone = v.pipe(anyText, v.check(isZone, 'must be a time zone, such as America/New_York'));

/** From `from` to `to` on these days (where `to` is the earlier one, until the next morning), by the line's own clock. */
const opening = mapping({
  zone,
  days: v.pipe(
    list(v.picklist(weekdays, `must be one of ${weekdays.join(', ')}`)),
    v.maxLength(7, 'must have at most 7 entries'),
  ),
  from: clock,
  to: clock,
});

const resource = mapping({
  id,
  kind: v.picklist(['crisis', 'support', 'local'], 'must be crisis, support or local'),
  ...resourceWords,
  /** Absent: nobody has written down when, other than in words. */
  open: v.optional(
    v.union([v.literal('always'), opening], 'must be always, or have zone, days, from and to'),
  ),
  last_verified: day,
  /** Who looked last; absent: nobody of this hospital. */
  verified_by: v.optional(text(100)),
  url: v.optional(address),
  es: v.optional(mapping(resourceWords)),
});

export const resourcesFile = mapping({ last_reviewed_note: anyText, resources: list(resource) });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
