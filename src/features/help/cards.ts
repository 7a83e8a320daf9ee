import type { Button, Card, Element } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Resource } from '../../content/content.ts';
import type { Actor } from '../../people/actor.ts';
import { linkElements } from '../accounts/cards.ts';
import { shortCrisisLines } from '../resources/cards.ts';
import { wordsFor } from './words.ts';

/** Who a menu is for. */
type For = Pick<Actor, 'reader' | 'roles'>;

/** Everything that people commonly do, as buttons: nothing must be typed. */
function menu({ reader, roles }: For): readonly Element[] {
  const words = wordsFor(reader);
  const rows: readonly (readonly Button[])[] = [
    [
      { ...chooseButton(reader), style: 'primary' },
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
      resourcesButton(reader),
      { id: 'resources.guide', label: words.guide },
      { id: 'privacy.show', label: words.privacy },
      ...(roles.has('administrator') ? [{ id: 'questions.admin', label: words.plan }] : []),
    ],
  ];
  return rows.map((buttons) => ({ type: 'buttons', buttons }));
}

/** The first message, to someone for whom Buddy was installed: they may not have asked for it. */
export function welcomeCard(actor: For): Card {
  const words = wordsFor(actor.reader);
  return {
    heading: words.welcome,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      text(words.nobodyReads),
      ...menu(actor),
      quiet(words.nothingHappens),
    ],
  };
}

/** `platforms` are those on which someone here may have an account. */
export function helpCard(actor: For, platforms: readonly Platform[]): Card {
  const { reader, roles } = actor;
  const words = wordsFor(reader);
  return {
    heading: words.heading,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      ...menu(actor),
      ...linkElements(reader, platforms),
      text(words.typed),
      { type: 'table', columns: words.columns, rows: words.commands },
      quiet(words.more),
      ...(roles.has('administrator') ? [quiet(words.forAdministrators)] : []),
    ],
  };
}

/** To words that are no command. They have not travelled here, so they cannot be answered, kept or shown. */
export function unknownCard(reader: Reader, hasBuddy: boolean, resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  const buddyButtons: readonly Button[] = hasBuddy
    ? [
        { id: 'checkins.reach', label: words.askMyBuddy, style: 'primary' },
        { id: 'checkins.status', label: words.myBuddies },
      ]
    : [chooseButton(reader)];
  return {
    elements: [
      text(words.nobodyReads),
      text(hasBuddy ? words.yourBuddy : words.aBuddy),
      { type: 'buttons', buttons: buddyButtons },
      strong(words.cannotWait),
      ...shortCrisisLines(reader, resources),
      { type: 'buttons', buttons: [resourcesButton(reader), { id: 'help.show', label: words.menu }] },
      quiet(words.commandsAre),
    ],
  };
}

function resourcesButton(reader: Reader): Button {
  return { id: 'resources.show', label: wordsFor(reader).resources };
}

function chooseButton(reader: Reader): Button {
  return { id: 'pairing.choose', label: wordsFor(reader).choose };
}
