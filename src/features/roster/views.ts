import type { Button, Element, Option } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import type { Choices } from '../../content/choices.ts';
import { pageElements } from '../pages/page-elements.ts';
import type { Page } from '../pages/rules.ts';
import { canBeAsked, isAway } from '../supporters/rules.ts';
import { optionsOf, shownFacts } from '../supporters/said.ts';
import type { Supporter } from '../supporters/store.ts';
import { wordsFor } from './words.ts';

/** In place of a profession. */
export const everyProfession = 'all';

export interface Roster {
  readonly page: Page<Supporter>;
  /** Ids of the professions that someone shows, beside the one that's picked. */
  readonly professions: ReadonlySet<string>;
  readonly picked: string;
  /** `YYYY-MM-DD`, in the hospital's zone. */
  readonly today: string;
  /** The reader's own, who isn't asked by themselves. */
  readonly ownId: string | null;
}

/** Who can be asked, as each of them wants to be seen. */
export function rosterView(reader: Reader, choices: Choices, roster: Roster): View {
  const words = wordsFor(reader);
  const { page, picked } = roster;
  return {
    id: 'support.roster',
    title: words.title,
    elements: [
      text(page.entries.length === 0 ? words.nobody : words.intro),
      ...filterElements(reader, choices, roster),
      ...page.entries.flatMap((one) => supporterElements(reader, choices, one, roster)),
      ...pageElements(reader, page, (number) => `support.roster:${picked}/${number}`),
      { type: 'divider' },
      {
        type: 'buttons',
        buttons: [{ id: 'support.nominate', label: words.nominate, opens: 'view' }],
      },
    ],
    fields: [],
    submit: null,
  };
}

/** A list only where there's something to choose. */
function filterElements(
  reader: Reader,
  choices: Choices,
  { professions }: Pick<Roster, 'professions'>,
): readonly Element[] {
  const words = wordsFor(reader);
  if (professions.size < 2) return [];
  const options: readonly Option[] = [
    { value: everyProfession, label: words.everyone },
    ...optionsOf(
      reader,
      choices.professions.filter(({ id }) => professions.has(id)),
    ),
  ];
  // A select of Slack has a hundred options at most.
  return [{ type: 'choice', id: 'support.roster', label: words.filter, options: options.slice(0, 100) }];
}

function supporterElements(
  reader: Reader,
  choices: Choices,
  supporter: Supporter,
  { today, ownId }: Pick<Roster, 'today' | 'ownId'>,
): readonly Element[] {
  const words = wordsFor(reader);
  const facts = shownFacts(reader, choices, supporter);
  const ask: Button = {
    id: `support.self:${supporter.id}`,
    label: words.ask(supporter.name),
    opens: 'view',
  };
  return [
    strong(supporter.name),
    ...(facts === null ? [] : [facts]),
    ...(isAway(supporter, today) ? [quiet(words.away)] : []),
    ...(supporter.trainedOn === null ? [quiet(words.inTraining)] : []),
    ...(canBeAsked(supporter, today) && supporter.id !== ownId
      ? [{ type: 'buttons', buttons: [ask] } as const]
      : []),
  ];
}
