import type { Button, Card, Element } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Resource } from '../../content/content.ts';
import { linkElements } from '../accounts/cards.ts';
import { shortCrisisLines } from '../resources/cards.ts';
import { words } from './words.en.ts';

const resourcesButton: Button = { id: 'resources.show', label: words.resources };
const chooseButton: Button = { id: 'pairing.choose', label: words.choose };

/** Everything that people commonly do, as buttons: nothing must be typed. */
function menu(isAdministrator: boolean): readonly Element[] {
  const rows: readonly (readonly Button[])[] = [
    [
      { ...chooseButton, style: 'primary' },
      { id: 'pairing.invite', label: words.invite },
      { id: 'pairing.code', label: words.makeCode },
      { id: 'pairing.join', label: words.haveCode },
    ],
    [
      { id: 'checkins.status', label: words.myBuddies },
      { id: 'questions.show', label: words.questions },
      { id: 'members.pause', label: words.pause },
      { id: 'settings.edit', label: words.settings },
    ],
    [
      resourcesButton,
      { id: 'resources.guide', label: words.guide },
      { id: 'privacy.show', label: words.privacy },
      ...(isAdministrator ? [{ id: 'questions.admin', label: words.plan }] : []),
    ],
  ];
  return rows.map((buttons) => ({ type: 'buttons', buttons }));
}

/** The first message, to somebody for whom Buddy was installed: they may not have asked for it. */
export function welcomeCard(isAdministrator: boolean): Card {
  return {
    heading: words.welcome,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      text(words.nobodyReads),
      ...menu(isAdministrator),
      quiet(words.nothingHappens),
    ],
  };
}

/** `platforms` are those on which somebody here may have an account. */
export function helpCard(isAdministrator: boolean, platforms: readonly Platform[]): Card {
  return {
    heading: words.heading,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      ...menu(isAdministrator),
      ...linkElements(platforms),
      text(words.typed),
      { type: 'table', columns: words.columns, rows: words.commands },
      quiet(words.more),
      ...(isAdministrator ? [quiet(words.forAdministrators)] : []),
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
      { type: 'buttons', buttons: [resourcesButton, { id: 'help.show', label: words.menu }] },
      quiet(words.commandsAre),
    ],
  };
}
