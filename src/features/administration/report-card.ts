import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { weekLines } from '../figures/lines.ts';
import type { WeekFigures } from '../figures/read.ts';
import { outcomes } from '../figures/release.ts';
import type { QuestionSetsTable } from '../questions/table.ts';
import { wordsFor as questionWordsFor } from '../questions/words.ts';
import { wordsFor } from './words.ts';

export interface Report {
  /** The weeks under way and the last that is over, newest first. */
  readonly weeks: readonly WeekFigures[];
  /** The Monday that can still be changed, which is also the one to try. */
  readonly next: { readonly week: IsoWeek; readonly source: QuestionSetsTable['source'] };
}

/**
 * How Mondays went. What the outcomes mean is told of all of them, always: told only of those that occurred, it would
 * give away what the sums leave out.
 */
export function reportCard(reader: Reader, { weeks, next }: Report): Card {
  const words = wordsFor(reader).report;
  const { weekLabel } = questionWordsFor(reader);
  const tryIt = { id: `questions.preview:${next.week}`, label: words.sendMine, style: 'primary' } as const;
  const meanings = [...outcomes, 'waiting' as const].map((outcome) => ({
    label: words.names[outcome],
    words: words.meanings[outcome],
  }));
  return {
    heading: words.heading,
    elements: [
      ...(weeks.length === 0 ? [text(words.none)] : weeks.flatMap((one) => weekElements(reader, one))),
      strong(words.means),
      text(words.everyone),
      { type: 'fields', fields: meanings },
      strong(words.nextIs(weekLabel(next.week))),
      text(words.next[next.source]),
      {
        type: 'buttons',
        buttons: [
          ...(next.source === 'none' ? [] : [tryIt]),
          { id: 'figures.show', label: words.openFigures },
        ],
      },
      quiet(words.oneAsks),
    ],
  };
}

function weekElements(reader: Reader, one: WeekFigures): readonly Element[] {
  const lines = weekLines(reader, one);
  return [
    strong(questionWordsFor(reader).weekLabel(one.week)),
    text(lines.join('\n')),
    ...sumLine(reader, one).map(text),
  ];
}

/** That what is shown of a week is rounded; nothing where only one outcome, or none, is shown. */
function sumLine(reader: Reader, one: WeekFigures): readonly string[] {
  const words = wordsFor(reader).report;
  if (one.type === 'under-way') return [words.rounded(one.step)];
  return one.figures?.outcomes?.type === 'groups' ? [words.addsUp] : [];
}
