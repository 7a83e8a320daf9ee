import { mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { sayDay } from '../../calendar/say.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Choice } from '../../content/choices.ts';
import { professionLines, pulseLines } from './group-lines.ts';
import { quarterLines, togetherLine, weekLines } from './lines.ts';
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
        : weeks.flatMap((one) => weekElements(reader, one, smallest))),
      ...quarters
        .slice(0, 1)
        .flatMap(({ period, figures }) => [
          strong(words.quarter(period)),
          text(
            [
              ...quarterLines(reader, figures),
              ...professionLines(reader, figures?.professions ?? null, { professions, smallest }),
            ].join('\n'),
          ),
        ]),
      ...pulses
        .slice(0, 1)
        .flatMap(({ period, figures }) => [
          strong(words.pulse.quarter(period)),
          text(pulseLines(reader, figures, { drivers, smallest }).join('\n')),
        ]),
      ...(together.length === 0 ? [] : [strong(words.stillTogetherHeading)]),
      ...together.map((one) => text(`${words.halfYear(one.halfYear)}: ${togetherLine(reader, one)}`)),
      ...(support.length === 0 ? [] : [strong(words.support), text(support.join('\n'))]),
      quiet(words.sums(smallest)),
    ],
  };
}

function weekElements(reader: Reader, one: WeekFigures, smallest: number): readonly Element[] {
  const day = sayDay(instantAt(mondayOf(one.week), 0, 'UTC'), { ...reader, timeZone: 'UTC' });
  return [strong(wordsFor(reader).week(one.week, day)), text(weekLines(reader, one, smallest).join('\n'))];
}
