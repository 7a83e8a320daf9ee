import { mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { sayDay } from '../../calendar/say.en.ts';
import type { Card, Element } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import type { WeekFigures } from './read.ts';
import { words } from './words.en.ts';

export function figuresCard(figures: readonly WeekFigures[], smallest: number): Card {
  const weeks = figures.flatMap((one): Element[] => [
    {
      type: 'text',
      tone: 'strong',
      words: words.week(one.week, sayDay(instantAt(mondayOf(one.week), 0, 'UTC'), 'UTC')),
    },
    text(weekLines(one, smallest).join('\n')),
  ]);
  return {
    heading: words.heading,
    elements: [...(weeks.length === 0 ? [text(words.none)] : weeks), quiet(words.sums(smallest))],
  };
}

/** One week in plain lines. */
export function weekLines({ account, pairs }: WeekFigures, smallest: number): readonly string[] {
  if (account === null) return [words.tooFew(smallest)];
  const { together } = account;
  return [
    words.eligible(account.eligible),
    ...account.shown.map((group) => words.line(group.members, group.outcome)),
    ...(together === null ? [] : [words.together(together.members, together.outcomes)]),
    pairs === null ? words.pairsWithheld : words.pairs(pairs),
  ];
}
