import { mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { sayDay } from '../../calendar/say.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { WeekFigures } from './read.ts';
import type { ShownAccount } from './rules.ts';
import { wordsFor } from './words.ts';

/** `support`: a line for each batch of peer support that has been released. */
export function figuresCard(
  reader: Reader,
  figures: readonly WeekFigures[],
  smallest: number,
  support: readonly string[],
): Card {
  const words = wordsFor(reader);
  const weeks = figures.flatMap((one): Element[] => [
    strong(
      words.week(one.week, sayDay(instantAt(mondayOf(one.week), 0, 'UTC'), { ...reader, timeZone: 'UTC' })),
    ),
    text(weekLines(reader, one, smallest).join('\n')),
  ]);
  return {
    heading: words.heading,
    elements: [
      ...(weeks.length === 0 ? [text(words.none)] : weeks),
      ...(support.length === 0 ? [] : [strong(words.support), text(support.join('\n'))]),
      quiet(words.sums(smallest)),
    ],
  };
}

/** One week in plain lines. */
export function weekLines(
  reader: Pick<Reader, 'language'>,
  figures: WeekFigures,
  smallest: number,
): readonly string[] {
  const words = wordsFor(reader);
  if (figures.type === 'under-way')
    return [
      words.underWay,
      ...(['sent', 'failed', 'waiting'] as const).map((what) => {
        const members = figures.progress[what];
        const said = words.progress[what];
        return members === 0 ? words.fewerThan(smallest, said) : words.atLeast(members, said);
      }),
    ];
  const { account, pairs } = figures;
  if (account === null) return [words.tooFew(smallest)];
  return [
    words.eligible(account.eligible),
    ...accountLines(reader, account, smallest),
    pairs === null ? words.pairsWithheld : words.pairs(pairs),
  ];
}

function accountLines(
  reader: Pick<Reader, 'language'>,
  account: ShownAccount,
  smallest: number,
): readonly string[] {
  const words = wordsFor(reader);
  if (account.type === 'nearly-all') return [words.nearlyAll(words.outcomes[account.outcome], smallest)];
  return [
    ...account.shown.map((group) => words.line(group.members, words.outcomes[group.outcome])),
    words.together(account.together),
  ];
}
