import { sayDate } from '../../calendar/say.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { isRole } from '../../people/roles/rules.ts';
import { wordsFor as roleWordsFor } from '../../people/roles/words.ts';
import { isLineAction, isWeekAction } from './rules.ts';
import type { AuditEntry } from './store.ts';
import { wordsFor } from './words.ts';

export function auditCard(reader: Reader, entries: readonly AuditEntry[]): Card {
  const words = wordsFor(reader);
  const lines = entries.map((entry) => text(auditLine(reader, entry)));
  return {
    heading: words.heading,
    elements: [quiet(words.intro), ...(lines.length === 0 ? [text(words.nothing)] : lines)],
  };
}

function auditLine(reader: Reader, { by, action, about, subject, at }: AuditEntry): string {
  const words = wordsFor(reader);
  const who = by ?? words.someone;
  const said = sayAbout(reader, about);
  const done = (name: string): string => {
    if (action === 'set') return words.setting(name, said);
    if (action === 'reset') return words.reset(name, said);
    if (action === 'thanked') return words.thanked(name, about);
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
