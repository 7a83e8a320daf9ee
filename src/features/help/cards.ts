import type { Button, Card } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Resource } from '../../content/content.ts';
import { shortCrisisLines } from '../resources/cards.ts';
import { words } from './words.en.ts';

const resourcesButton: Button = { id: 'resources.show', label: words.resources };
const chooseButton: Button = { id: 'pairing.choose', label: words.choose };

export function helpCard(isAdministrator: boolean): Card {
  return {
    heading: words.heading,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      { type: 'table', columns: words.columns, rows: words.commands },
      quiet(words.more),
      ...(isAdministrator ? [quiet(words.forAdministrators)] : []),
      {
        type: 'buttons',
        buttons: [chooseButton, { id: 'checkins.status', label: words.myBuddies }, resourcesButton],
      },
    ],
  };
}

/** To words that are no command. They have not travelled here, so they cannot be answered, kept or shown. */
export function unknownCard(hasBuddy: boolean, resources: readonly Resource[]): Card {
  const buddyButtons: readonly Button[] = hasBuddy
    ? [
        { id: 'checkins.reach', label: words.askMyBuddy, style: 'primary' },
        { id: 'checkins.status', label: words.myBuddies },
      ]
    : [chooseButton];
  return {
    elements: [
      text(words.nobodyReads),
      text(hasBuddy ? words.yourBuddy : words.aBuddy),
      { type: 'buttons', buttons: buddyButtons },
      { type: 'text', tone: 'strong', words: words.cannotWait },
      ...shortCrisisLines(resources),
      { type: 'buttons', buttons: [resourcesButton] },
      quiet(words.commandsAre),
    ],
  };
}
