import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Member } from '../../people/members/store.ts';
import { namedBy } from '../../people/named.ts';
import { wordsFor } from './words.ts';

export interface Choosing {
  /** The questions that help to find a name. */
  readonly questions: readonly string[];
  readonly openPeople: readonly Member[];
  /** Whether the one who asks is shown to others. */
  readonly amOpen: boolean;
}

/** Who to ask, and how. Nobody is ever matched. */
export function choosingCard(reader: Reader, { questions, openPeople, amOpen }: Choosing): Card {
  const words = wordsFor(reader);
  return {
    heading: words.title,
    elements: [
      text(words.youChoose),
      ...questions.map(strong),
      text(words.howToAsk),
      {
        type: 'buttons',
        buttons: [
          { id: 'pairing.invite', label: words.invite, style: 'primary' },
          { id: 'pairing.code', label: words.code },
          { id: 'resources.guide:choosing', label: words.more },
        ],
      },
      ...(openPeople.length === 0 ? [] : openList(reader, openPeople)),
      { type: 'divider' },
      quiet(amOpen ? words.youAreShown : words.whatOpenMeans),
      { type: 'buttons', buttons: [amOpen ? closeButton(reader) : openButton(reader)] },
    ],
  };
}

function openList(reader: Reader, people: readonly Member[]): readonly Element[] {
  const words = wordsFor(reader);
  return [
    {
      type: 'choice',
      id: 'pairing.invite:open',
      label: words.openPeople,
      options: people.map((member) => ({
        value: namedBy({ ...member, memberId: member.id }),
        label: member.name,
      })),
    },
    quiet(words.nobodyIsMatched),
  ];
}

/** `hadRefused`: they had said that nobody should ask them, which no longer holds. */
export function nowOpenCard(
  reader: Reader,
  { isPaused, hadRefused }: { readonly isPaused: boolean; readonly hadRefused: boolean },
): Card {
  const words = wordsFor(reader);
  const notes = [
    ...(hadRefused ? [quiet(words.canBeAskedAgain)] : []),
    ...(isPaused ? [quiet(words.hiddenWhilePaused)] : []),
  ];
  const buttons = [chooseButton(reader), closeButton(reader)];
  return { elements: [text(words.nowOpen), ...notes, { type: 'buttons', buttons }] };
}

export function nowClosedCard(reader: Reader): Card {
  return {
    elements: [text(wordsFor(reader).nowClosed), { type: 'buttons', buttons: [chooseButton(reader)] }],
  };
}

function openButton(reader: Reader): Button {
  return { id: 'pairing.open', label: wordsFor(reader).open };
}

function closeButton(reader: Reader): Button {
  return { id: 'pairing.close', label: wordsFor(reader).close };
}

function chooseButton(reader: Reader): Button {
  return { id: 'pairing.choose', label: wordsFor(reader).whomToAsk };
}
