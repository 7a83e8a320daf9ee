import { sayDayOf } from '../../calendar/hospital-day.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import type { SupportText } from '../../content/support.ts';
import { wordsFor } from './words.ts';

/** A week before the quarterly meeting, or on its day (`YYYY-MM-DD`). */
export function meetingCard(
  reader: Reader,
  { day, isToday, agendas }: { day: string; isToday: boolean; agendas: SupportText | undefined },
): Card {
  const words = wordsFor(reader).meeting;
  const sections = agendas === undefined ? [] : saidIn(agendas.words, reader.language).sections;
  const agenda = sections[quarterOf(day) % Math.max(1, sections.length)];
  return {
    heading: isToday ? words.today : words.heading(sayDayOf(day, reader)),
    elements: [
      ...(agenda === undefined
        ? []
        : [text(words.agenda), strong(agenda.heading), ...agenda.paragraphs.map(text)]),
      quiet(words.nothingShared),
    ],
  };
}

/** From 0. */
function quarterOf(day: string): number {
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** Once a year, the same for all. */
export function thanksCard(reader: Reader): Card {
  const words = wordsFor(reader).thanks;
  return {
    heading: words.heading,
    elements: [
      text(words.text),
      text(words.care),
      {
        type: 'buttons',
        buttons: [{ id: 'support.card', label: words.openCard, opens: 'view' }],
      },
    ],
  };
}
