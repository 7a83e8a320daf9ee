import { sayDate } from '../../calendar/say.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { isRole } from '../../people/roles/rules.ts';
import { wordsFor as roleWordsFor } from '../../people/roles/words.ts';
import { isLineAction, isWeekAction } from './rules.ts';
import type { Deed } from './together.ts';
import { wordsFor } from './words.ts';

/** As many as a phone shows in some pages. */
const mostShown = 30;

/** `page/2` leads to the second thirty. */
const pagePrefix = 'page/';

/** The newest first; `about` says which page of them. */
export function auditCard(reader: Reader, deeds: readonly Deed[], about: string): Card {
  const words = wordsFor(reader);
  const page = pageOf(about, deeds.length);
  const shown = deeds.slice((page - 1) * mostShown, page * mostShown);
  const earlier: Element = {
    type: 'buttons',
    buttons: [{ id: `program.audit:${pagePrefix}${page + 1}`, label: words.earlier }],
  };
  return {
    heading: words.heading,
    elements: [
      quiet(words.intro),
      ...(shown.length === 0 ? [text(words.nothing)] : shown.map((deed) => text(auditLine(reader, deed)))),
      ...(deeds.length > page * mostShown ? [earlier] : []),
    ],
  };
}

/** Counted from 1; the first, where no such page is. */
function pageOf(about: string, count: number): number {
  const page = about.startsWith(pagePrefix) ? Number(about.slice(pagePrefix.length)) : 1;
  return Number.isInteger(page) && page > 0 && (page - 1) * mostShown < count ? page : 1;
}

function auditLine(reader: Reader, { entry, weeks }: Deed): string {
  const words = wordsFor(reader);
  const { by, action, about, subject, at } = entry;
  const who = by ?? words.someone;
  const [first = about, last = about] = [weeks[0], weeks.at(-1)];
  const said = weeks.length > 1 ? words.manyWeeks(weeks.length, first, last) : sayAbout(reader, about);
  const done = (name: string): string => {
    if (action === 'set') return words.setting(name, said);
    if (action === 'reset') return words.reset(name, said);
    if (action === 'thanked') return words.thanked(name, about);
    if (action === 'announced') return words.announced(name, about);
    if (isLineAction(action)) return words.lines[action](name, about);
    return isWeekAction(action)
      ? words.weeks[action](name, said)
      : words.actions[action](name, subject, said);
  };
  return words.line(sayDate(at, reader), done(who));
}

/** A role, or a setting, in words. */
function sayAbout(reader: Reader, about: string): string {
  if (isRole(about)) return roleWordsFor(reader).roles[about];
  const { settings } = wordsFor(reader);
  return isNameIn(settings, about) ? settings[about] : about;
}

function isNameIn<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name);
}
