import type { Reader } from '../../chat/reader.ts';
import { type Choice, noChoice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import type { ShownGroups } from '../guard/groups.ts';
import { wordsFor as pulseWordsFor } from '../pulse/words.ts';
import type { Figures } from './release.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** By profession, where members chose to say theirs. None while nobody is asked. */
export function professionLines(
  reader: Reading,
  groups: Figures<'quarter'>['professions'],
  { professions, smallest }: { readonly professions: readonly Choice[]; readonly smallest: number },
): readonly string[] {
  const words = wordsFor(reader).professions;
  if (groups === null) return [];
  const name = (id: string): string => (id === noChoice ? words.none : nameIn(reader, professions, id));
  return groupLines(reader, groups, { ...words, name, smallest });
}

/** What people tapped in a quarter's pulse: each of its two questions for itself. */
export function pulseLines(
  reader: Reading,
  figures: Figures<'pulse'> | null,
  { drivers, smallest }: { readonly drivers: readonly Choice[]; readonly smallest: number },
): readonly string[] {
  const words = wordsFor(reader).pulse;
  const { steps } = pulseWordsFor(reader);
  const { feeling = null, weighs = null } = figures ?? {};
  return [
    ...(feeling === null
      ? [words.feelingWithheld]
      : groupLines(reader, feeling, {
          ...words,
          heading: words.feeling,
          name: (step) => steps[step],
          smallest,
        })),
    ...(weighs === null
      ? [words.weighsWithheld]
      : groupLines(reader, weighs, {
          ...words,
          heading: words.weighs,
          name: (id) => nameIn(reader, drivers, id),
          smallest,
        })),
  ];
}

interface Saying<Name extends string> {
  readonly heading: (total: number) => string;
  readonly nearlyAll: (name: string, smallest: number) => string;
  readonly together: (count: number) => string;
  readonly name: (id: Name) => string;
  readonly smallest: number;
}

function groupLines<Name extends string>(
  reader: Reading,
  groups: ShownGroups<Name>,
  { heading, nearlyAll, together, name, smallest }: Saying<Name>,
): readonly string[] {
  const { group } = wordsFor(reader);
  if (groups.type === 'nearly-all') return [heading(groups.total), nearlyAll(name(groups.name), smallest)];
  return [
    heading(groups.total),
    ...groups.shown.map((one) => group(name(one.name), one.count)),
    ...(groups.together === 0 ? [] : [together(groups.together)]),
  ];
}

function nameIn(reader: Reading, choices: readonly Choice[], id: string): string {
  const choice = choices.find((one) => one.id === id);
  return choice === undefined ? id : saidIn(choice.words, reader.language);
}
