import { sayDay } from '../../calendar/say.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Choice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import type { Resource } from '../../content/resources.ts';
import { urgentLine } from '../resources/cards.ts';
import { smallestInPulse, steps } from './rules.ts';
import { wordsFor } from './words.ts';

/** What everyone reads before they're asked for the first time. */
export function announcementCard(reader: Reader): Card {
  const words = wordsFor(reader).announcement;
  return {
    heading: words.heading,
    elements: [text(words.what), text(words.counted), text(words.shown(smallestInPulse)), text(words.free)],
  };
}

/** The first question. The token is all that leads from a press to a count. */
export function pulseCard(reader: Reader, token: string, closesAt: number): Card {
  const words = wordsFor(reader);
  return {
    heading: words.feeling,
    elements: [
      text(words.intro),
      {
        type: 'buttons',
        buttons: steps.map((step) => ({ id: `pulse.answer:${token}/${step}`, label: words.steps[step] })),
      },
      quiet(words.openUntil(sayDay(closesAt, reader))),
    ],
  };
}

interface Answered {
  readonly isSpent: boolean;
  readonly resources: readonly Resource[];
}

/** The second question, in place of the first. The same whatever was tapped: chats are kept and exported by employers. */
export function weighsCard(
  reader: Reader,
  { token, drivers }: { readonly token: string; readonly drivers: readonly Choice[] },
  { isSpent, resources }: Answered,
): Card {
  const words = wordsFor(reader);
  return {
    heading: words.weighs,
    elements: [
      quiet(isSpent ? words.firstSpent : words.counted),
      text(words.weighsIntro),
      {
        type: 'buttons',
        buttons: drivers.map(({ id, words: said }) => ({
          id: `pulse.weighs:${token}/${id}`,
          label: saidIn(said, reader.language),
        })),
      },
      ...whereToTurn(reader, resources),
    ],
  };
}

/** After the second answer. The same for everyone, too. */
export function answeredCard(reader: Reader, { isSpent, resources }: Answered): Card {
  const words = wordsFor(reader);
  return {
    elements: [text(isSpent ? words.spent : words.thanks), ...whereToTurn(reader, resources)],
  };
}

/** For a press on a message of a pulse that's over, or on none of ours. */
export function closedCard(reader: Reader, resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  return { elements: [text(words.closed), ...lines(reader, resources)] };
}

function whereToTurn(reader: Reader, resources: readonly Resource[]): readonly Element[] {
  return [text(wordsFor(reader).hard), ...lines(reader, resources)];
}

function lines(reader: Reader, resources: readonly Resource[]): readonly Element[] {
  return [
    urgentLine(reader, resources),
    { type: 'buttons', buttons: [{ id: 'resources.show', label: wordsFor(reader).lines }] },
  ];
}
