import type { Button, Card, Element } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Member } from '../../people/members/store.ts';
import { namedBy } from '../../people/named.ts';
import { words } from './words.en.ts';

const openButton: Button = { id: 'pairing.open', label: words.open };
const closeButton: Button = { id: 'pairing.close', label: words.close };
const chooseButton: Button = { id: 'pairing.choose', label: words.whomToAsk };

export interface Choosing {
  /** The questions that help to find a name. */
  readonly questions: readonly string[];
  readonly openPeople: readonly Member[];
  /** Whether the one who asks is shown to others. */
  readonly amOpen: boolean;
}

/** Whom to ask, and how. Nobody is ever matched. */
export function choosingCard({ questions, openPeople, amOpen }: Choosing): Card {
  return {
    heading: words.title,
    elements: [
      text(words.youChoose),
      ...questions.map((question): Element => ({ type: 'text', tone: 'strong', words: question })),
      text(words.howToAsk),
      {
        type: 'buttons',
        buttons: [
          { id: 'pairing.invite', label: words.invite, style: 'primary' },
          { id: 'pairing.code', label: words.code },
          { id: 'resources.guide:choosing', label: words.more },
        ],
      },
      ...(openPeople.length === 0 ? [] : openList(openPeople)),
      { type: 'divider' },
      quiet(amOpen ? words.youAreShown : words.whatOpenMeans),
      { type: 'buttons', buttons: [amOpen ? closeButton : openButton] },
    ],
  };
}

function openList(people: readonly Member[]): readonly Element[] {
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

export function nowOpenCard(isPausedNow: boolean): Card {
  const notes = isPausedNow ? [quiet(words.hiddenWhilePaused)] : [];
  return {
    elements: [text(words.nowOpen), ...notes, { type: 'buttons', buttons: [chooseButton, closeButton] }],
  };
}

export const nowClosedCard: Card = {
  elements: [text(words.nowClosed), { type: 'buttons', buttons: [chooseButton] }],
};
