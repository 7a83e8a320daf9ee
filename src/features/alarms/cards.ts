import { parseDay, utcDate } from '../../calendar/local-time.ts';
import { sayDate, sayDay, sayInstant } from '../../calendar/say.ts';
import type { Credentials } from '../../chat/adapter.ts';
import type { Card } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Kind } from './rules.ts';
import { wordsFor } from './words.ts';

/** What an administrator hears of. There is no room in it for a person or a number. */
export interface AlarmMatter extends Pick<Credentials, 'code' | 'expires'> {
  readonly kind: Kind;
  readonly platform: Platform;
  readonly since: number;
}

/** What is wrong, what it means, and what to do by whom. */
export function alarmCard(reader: Reader, matter: AlarmMatter, now: number): Card {
  const words = wordsFor(reader);
  const { what, meaning, todo, opensMondays } = said(reader, matter, now);
  return {
    heading: headingOf(reader, matter, isPast(reader, matter, now)),
    elements: [
      text(what),
      ...(meaning === null ? [] : [text(meaning)]),
      strong(words.todo),
      text(todo),
      ...(opensMondays
        ? [{ type: 'buttons', buttons: [{ id: 'program.report', label: words.openMondays }] } as const]
        : []),
      quiet(words.whose),
    ],
  };
}

/** In the place of the same, once it's fine again. */
export function overCard(reader: Reader, matter: Pick<AlarmMatter, 'kind' | 'platform'>, now: number): Card {
  const words = wordsFor(reader);
  return {
    heading: words.overHeading(headingOf(reader, matter, false)),
    elements: [text(words.over(sayInstant(now, reader)))],
  };
}

function isPast(reader: Reader, { kind, expires }: AlarmMatter, now: number): boolean {
  return kind === 'expires' && sayExpiry(reader, expires).isOver(now);
}

function headingOf(
  reader: Reader,
  { kind, platform }: Pick<AlarmMatter, 'kind' | 'platform'>,
  isOver: boolean,
): string {
  const words = wordsFor(reader);
  const name = words.names[platform];
  const headings: Record<Kind, string> = {
    refused: words.refused.heading(name),
    expires: words.expires.heading(isOver),
    'nothing-out': words.nothingOut.heading(name),
    'too-many': words.tooMany.heading(name),
    silent: words.silent.heading(name),
  };
  return headings[kind];
}

interface Said {
  readonly what: string;
  readonly meaning: string | null;
  readonly todo: string;
  readonly opensMondays: boolean;
}

function said(reader: Reader, matter: AlarmMatter, now: number): Said {
  const words = wordsFor(reader);
  const { kind, platform, since, code, expires } = matter;
  const name = words.names[platform];
  const when = sayInstant(since, reader);
  switch (kind) {
    case 'refused': {
      const { what, meaning, it } = words.refused;
      const todo = words.sendToIt(it(name, code ?? ''));
      return { what: what[platform](when), meaning: meaning(name), todo, opensMondays: false };
    }
    case 'expires': {
      const { soon, past, it, itIsPast } = words.expires;
      const day = sayExpiry(reader, expires);
      const [what, sentence] = day.isOver(now)
        ? [past(day.said), itIsPast(day.said)]
        : [soon(day.said), it(day.said)];
      return { what, meaning: null, todo: words.sendToIt(sentence), opensMondays: false };
    }
    case 'nothing-out': {
      const { what, meaning, it } = words.nothingOut;
      return { what: what(name, when), meaning, todo: words.sendToIt(it(name, when)), opensMondays: true };
    }
    case 'too-many': {
      const { what, meaning, it, otherwise } = words.tooMany;
      const monday = sayDay(since, reader);
      return { what: what(name, monday), meaning, todo: otherwise(it(name)), opensMondays: true };
    }
    case 'silent': {
      const { what, meaning, typed, it, otherwise } = words.silent;
      const day = sayDay(since, reader);
      const todo = otherwise(it(name));
      return { what: what(name, day), meaning: meaning(typed[platform]), todo, opensMondays: false };
    }
    default:
      return kind satisfies never;
  }
}

/** A day is the same everywhere. */
function sayExpiry({ language }: Reader, expires: string | null) {
  const day = expires === null ? null : parseDay(expires);
  if (day === null) throw new Error('An expiry without a day was told.');
  const begins = utcDate(day).getTime();
  return { said: sayDate(begins, { language, timeZone: 'UTC' }), isOver: (now: number) => now >= begins };
}
