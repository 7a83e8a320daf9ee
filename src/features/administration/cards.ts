import type { Button, Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Role } from '../../people/roles/rules.ts';
import type { QuestionSetsTable } from '../questions/table.ts';
import { wordsFor } from './words.ts';

/** How each door stands, in a line. */
export interface Doors {
  readonly next: QuestionSetsTable['source'];
  readonly last: 'none' | 'allOut' | 'someNot' | 'underWay' | 'tooFew';
  /** Weeks with figures to look at. */
  readonly weeks: number;
  readonly appointed: number;
  /** The way to the phone lines, which says how many are to be looked up. */
  readonly lines: Button;
}

/** `/buddy admin`: one way in, with what the reader's roles open. */
export function programDeskCard(reader: Reader, doors: Doors, roles: ReadonlySet<Role>): Card {
  const words = wordsFor(reader);
  const lines = [
    { label: words.questions, words: words.next[doors.next] },
    { label: words.mondays, words: words.last[doors.last] },
    { label: words.figures, words: words.released(doors.weeks) },
    { label: words.people, words: words.appointed(doors.appointed) },
  ];
  const isAdministrator = roles.has('administrator');
  const shown = isAdministrator ? lines : lines.slice(0, 1);
  return {
    heading: words.heading,
    elements: [
      ...(canPost(roles) ? [{ type: 'fields', fields: shown } as const] : []),
      { type: 'buttons', buttons: buttonsFor(reader, doors, roles) },
    ],
  };
}

function buttonsFor(reader: Reader, { lines }: Doors, roles: ReadonlySet<Role>): readonly Button[] {
  const words = wordsFor(reader);
  const isAdministrator = roles.has('administrator');
  return [
    ...(canPost(roles)
      ? [
          { id: 'questions.post', label: words.post, style: 'primary' } as const,
          { id: 'questions.admin', label: words.openQuestions },
        ]
      : []),
    ...(isAdministrator
      ? [
          { id: 'program.report', label: words.mondays },
          { id: 'figures.show', label: words.openFigures },
        ]
      : []),
    ...(isAdministrator || roles.has('director') ? [{ id: 'program.roles', label: words.openPeople }] : []),
    ...(isAdministrator
      ? [
          { id: 'program.announce', label: words.openAnnounce },
          lines,
          { id: 'program.thanks', label: words.openThanks },
          { id: 'program.settings', label: words.openSettings },
          { id: 'program.audit', label: words.openAudit },
        ]
      : []),
    { id: 'support.show', label: words.openSupport },
  ];
}

function canPost(roles: ReadonlySet<Role>): boolean {
  return roles.has('administrator') || roles.has('editor');
}
