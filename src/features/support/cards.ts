import type { Button, Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { Legal, LegalNote } from '../../content/legal.ts';
import type { Resource } from '../../content/resources.ts';
import { localLines, urgentLines } from '../resources/cards.ts';
import { wordsFor } from './words.ts';

/** Which doors someone has beside those that everyone has. */
export interface Doors {
  readonly isSupporter: boolean;
  readonly isDirector: boolean;
  /** Anyone who runs the program: they see who supports. */
  readonly isOfProgram: boolean;
}

/** `/buddy support`: the lines for what can't wait, the hospital's own, then the ways in. */
export function supportCard(reader: Reader, resources: readonly Resource[], doors: Doors): Card {
  const words = wordsFor(reader);
  return {
    heading: words.heading,
    elements: [
      ...urgentLines(reader, resources),
      ...localLines(reader, resources),
      text(words.intro),
      { type: 'buttons', buttons: [...forEveryone(reader), ...forSome(reader, doors)] },
    ],
  };
}

function forEveryone(reader: Reader): readonly Button[] {
  const words = wordsFor(reader);
  return [
    { id: 'support.self', label: words.self, style: 'primary', opens: 'view' },
    { id: 'support.refer', label: words.refer, opens: 'view' },
    { id: 'support.roster', label: words.roster, opens: 'view' },
    { id: 'support.how', label: words.how, opens: 'view' },
    { id: 'support.nominate', label: words.nominate, opens: 'view' },
    { id: 'resources.show', label: words.lines },
  ];
}

function forSome(reader: Reader, { isSupporter, isDirector, isOfProgram }: Doors): readonly Button[] {
  const words = wordsFor(reader);
  return [
    ...(isSupporter
      ? [
          { id: 'support.card', label: words.card, opens: 'view' } as const,
          { id: 'support.tally', label: words.tally },
        ]
      : []),
    ...(isDirector
      ? [
          { id: 'support.desk', label: words.desk, opens: 'view' } as const,
          { id: 'program.roles', label: words.roles },
        ]
      : []),
    ...(isOfProgram ? [{ id: 'support.trained', label: words.supporters, opens: 'view' } as const] : []),
  ];
}

/** `support.how`: who sees what, for how long, and what the law says of it. */
export function howView(reader: Reader, legal: Legal): View {
  const words = wordsFor(reader);
  return {
    id: 'support.how',
    title: words.howTitle,
    elements: [
      ...words.howLines.map(text),
      { type: 'divider' },
      strong(words.law),
      ...legal.notes.flatMap((note) => legalElements(reader, note, legal)),
    ],
    fields: [],
    submit: null,
  };
}

function legalElements(reader: Reader, note: LegalNote, { unchecked }: Legal) {
  const words = wordsFor(reader);
  const { language } = reader;
  const checked = note.signedOffBy === null ? saidIn(unchecked, language) : words.signedOff(note.signedOffBy);
  return [
    text(words.note(saidIn(note.jurisdiction, language), saidIn(note.protects, language))),
    quiet(words.source(note.source, note.date, checked)),
  ];
}
