import { mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { sayDay } from '../../calendar/say.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { WeekFigures } from './read.ts';
import { wordsFor } from './words.ts';

export function figuresCard(reader: Reader, figures: readonly WeekFigures[], smallest: number): Card {
  const words = wordsFor(reader);
  const weeks = figures.flatMap((one): Element[] => [
    strong(
      words.week(one.week, sayDay(instantAt(mondayOf(one.week), 0, 'UTC'), { ...reader, timeZone: 'UTC' })),
    ),
    text(weekLines(reader, one, smallest).join('\n')),
  ]);
  return {
    heading: words.heading,
    elements: [...(weeks.length === 0 ? [text(words.none)] : weeks), quiet(words.sums(smallest))],
  };
}

/** One week in plain lines. */
export function weekLines(
  reader: Pick<Reader, 'language'>,
  { account, pairs }: WeekFigures,
  smallest: number,
): readonly string[] {
  const words = wordsFor(reader);
  if (account === null) return [words.tooFew(smallest)];
  const { together } = account;
  return [
    words.eligible(account.eligible),
    ...account.shown.map((group) => words.line(group.members, group.outcome)),
    ...(together === null ? [] : [words.together(together.members, together.outcomes)]),
    pairs === null ? words.pairsWithheld : words.pairs(pairs),
  ];
}
