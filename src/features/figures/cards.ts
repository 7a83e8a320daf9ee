import { sayHalfYear, sayQuarter, sayShortMonday } from '../../calendar/say.ts';
import type { Card, ChartElement, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Choice } from '../../content/choices.ts';
import { wordsFor as questionWordsFor } from '../questions/words.ts';
import { professionLines, pulseLines } from './group-lines.ts';
import { quarterLines, sayShareShortly, shareOf, togetherLine, weekLines } from './lines.ts';
import type { AllFigures, WeekFigures } from './read.ts';
import { wordsFor } from './words.ts';

/** What figures of other rooms' lists are said with. */
export interface Naming {
  readonly professions: readonly Choice[];
  readonly drivers: readonly Choice[];
  /** A line for each batch of peer support that has been released. */
  readonly support: readonly string[];
}

export function figuresCard(
  reader: Reader,
  { weeks, quarters, pulses, together }: AllFigures,
  smallest: number,
  { professions, drivers, support }: Naming,
): Card {
  const words = wordsFor(reader);
  return {
    heading: words.heading,
    elements: [
      ...(weeks.length === 0
        ? [text(words.none)]
        : upToLastEnded(weeks).flatMap((one) => weekElements(reader, one))),
      ...checkinsChart(reader, weeks),
      ...quarters
        .slice(0, 1)
        .flatMap(({ period, figures, smallest }) => [
          strong(words.quarter(sayQuarter(period, reader))),
          text(
            [
              ...quarterLines(reader, figures),
              ...professionLines(reader, figures?.professions ?? null, { professions, smallest }),
            ].join('\n'),
          ),
        ]),
      ...pulses
        .slice(0, 1)
        .flatMap(({ period, figures, smallest }) => [
          strong(words.pulse.quarter(sayQuarter(period, reader))),
          text(pulseLines(reader, figures, { drivers, smallest }).join('\n')),
        ]),
      ...(together.length === 0 ? [] : [strong(words.stillTogetherHeading)]),
      ...together.map((one) =>
        text(`${words.halfYear(sayHalfYear(one.halfYear, reader))}: ${togetherLine(reader, one)}`),
      ),
      ...(support.length === 0 ? [] : [strong(words.support), text(support.join('\n'))]),
      quiet(words.sums(smallest)),
    ],
  };
}

function weekElements(reader: Reader, one: WeekFigures): readonly Element[] {
  return [strong(questionWordsFor(reader).weekLabel(one.week)), text(weekLines(reader, one).join('\n'))];
}

/** Those under way, and the last one that's over: the ones before it are in the chart. */
function upToLastEnded(weeks: readonly WeekFigures[]): readonly WeekFigures[] {
  const last = weeks.findIndex(({ type }) => type === 'ended');
  return last === -1 ? weeks : weeks.slice(0, last + 1);
}

/** How many pairs recorded a check-in, week by week; nothing before there are two weeks to compare. */
function checkinsChart(reader: Reader, weeks: readonly WeekFigures[]): readonly ChartElement[] {
  const words = wordsFor(reader).checkinsChart;
  const shares = weeks.toReversed().flatMap((one) => {
    if (one.type !== 'ended') return [];
    return [{ week: one.week, share: shareOf(one.figures?.checkins ?? null, 'checked-in') }];
  });
  if (shares.filter(({ share }) => share !== null).length < 2) return [];
  const bars = shares.map(({ week, share }) => ({
    label: sayShortMonday(week, reader),
    value: share?.type === 'share' ? share.percent : null,
    said: sayShareShortly(reader, share),
  }));
  return [{ type: 'chart', title: words.title, columns: words.columns, bars, longest: 100 }];
}
