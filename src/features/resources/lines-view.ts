import { sayDate } from '../../calendar/say.ts';
import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import { linesToVerify, type Resource } from '../../content/resources.ts';
import { callable } from './callable.ts';
import { wordsFor } from './words.ts';

/** What a message holds on every platform. */
const linesAtOnce = 10;

/** `page/2` leads to the second ten. No line of the file has such an id. */
const pagePrefix = 'page/';

export interface ShownLines {
  readonly lines: readonly Resource[];
  readonly now: number;
  /** What has just been done. */
  readonly said: string | null;
  /** What the button that led here was about. */
  readonly about: string;
}

/**
 * For administrators: each line as it stands, one tap for who has looked it up, and the way to change the hospital's own.
 * Where there are more than fit, what is due comes first.
 */
export function linesCard(reader: Reader, { lines, now, said, about }: ShownLines): Card {
  const { lines: words } = wordsFor(reader);
  const due = new Set(linesToVerify(lines, now));
  const dueFirst = [...lines.filter((line) => due.has(line)), ...lines.filter((line) => !due.has(line))];
  // Where all fit, each stays where it is: after a tap no other line slips under the finger.
  const sorted = lines.length <= linesAtOnce ? lines : dueFirst;
  const from = firstShown(about, sorted.length);
  const left = Math.max(0, sorted.length - from - linesAtOnce);
  const next = from / linesAtOnce + 2;
  return {
    heading: words.title,
    elements: [
      ...(said === null ? [] : [text(said)]),
      text(words.howTo),
      ...sorted.slice(from, from + linesAtOnce).flatMap((line) => lineElements(reader, line, due.has(line))),
      ...(left > 0 ? [quiet(words.andMore(left))] : []),
      {
        type: 'buttons',
        buttons: [
          ...(left > 0 ? [{ id: `program.lines:${pagePrefix}${next}`, label: words.more }] : []),
          { id: 'program.line', label: words.add },
        ],
      },
      quiet(words.toChange),
    ],
  };
}

/** A line as it stands after it was added or changed. */
export function ownLineCard(reader: Reader, said: string, line: Resource): Card {
  const { lines: words } = wordsFor(reader);
  return {
    elements: [
      text(said),
      ...lineElements(reader, line, false),
      {
        type: 'buttons',
        buttons: [
          { id: 'program.line', label: words.add },
          { id: 'program.lines', label: words.all },
        ],
      },
    ],
  };
}

/** Counted from none; the first, where no such page is. */
function firstShown(about: string, count: number): number {
  const page = about.startsWith(pagePrefix) ? Number(about.slice(pagePrefix.length)) : 1;
  const first = (page - 1) * linesAtOnce;
  return Number.isInteger(first) && first >= 0 && first < count ? first : 0;
}

function lineElements(reader: Reader, line: Resource, isDue: boolean): readonly Element[] {
  const { lines: words, howToReach } = wordsFor(reader);
  const { name, reach } = saidIn(line.words, reader.language);
  const date = sayDate(Date.parse(line.last_verified), { ...reader, timeZone: 'UTC' });
  const standing =
    line.verified_by === null ? words.never : isDue ? words.longAgo(date) : words.verified(date);
  const verify: Button = {
    id: `program.lines:${line.id}`,
    label: words.verify,
    spoken: words.verifyOne(name),
  };
  return [
    strong(name),
    text(callable(howToReach(reach))),
    quiet(standing),
    {
      type: 'buttons',
      buttons: [
        verify,
        ...(line.isOwn === true
          ? [
              { id: `program.line:${line.id}`, label: words.edit, spoken: words.editOne(name) },
              { id: `program.line-remove:${line.id}`, label: words.remove, spoken: words.removeOne(name) },
            ]
          : []),
      ],
    },
  ];
}
