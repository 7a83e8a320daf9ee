import type { Button, Card, Element, Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Resource } from '../../content/resources.ts';
import type { Actor } from '../../people/actor.ts';
import { isPaused } from '../../people/members/rules.ts';
import { linkElements } from '../accounts/cards.ts';
import type { Pair } from '../pairing/store.ts';
import { urgentLine, urgentLines } from '../resources/cards.ts';
import { languageButtons } from '../settings/cards.ts';
import { wordsFor } from './words.ts';

/** Who asks, and what of theirs a menu follows. */
export interface Asking extends Pick<Actor, 'reader' | 'roles' | 'member'> {
  readonly pairs: readonly Pair[];
  readonly now: number;
}

/** The first message, to someone that Buddy was installed for: they may not have asked for it. */
export function welcomeCard(reader: Reader, resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  const buttons: Button[] = [
    { id: 'pairing.choose', label: words.find, style: 'primary' },
    { id: 'resources.guide', label: words.guide },
    { id: 'resources.show', label: words.resources },
  ];
  return {
    heading: words.welcome,
    elements: [
      text(words.addedBy),
      text(words.ifYouLike),
      text(words.neverSees),
      urgentLine(reader, resources),
      { type: 'buttons', buttons },
    ],
  };
}

/** What fits the one who asks; everything else is one tap further. */
export function helpCard(asking: Asking, resources: readonly Resource[]): Card {
  const words = wordsFor(asking.reader);
  return {
    heading: words.heading,
    elements: [
      text(words.whatItIs),
      text(words.whatHappens),
      shortMenu(asking),
      text(words.typed),
      ...(asking.roles.has('administrator') ? [quiet(words.forAdministrators)] : []),
      urgentLine(asking.reader, resources),
      ...otherLanguages(asking),
    ],
  };
}

/** A member has theirs in the settings. */
function otherLanguages({ member, reader }: Asking): readonly Element[] {
  return member === null ? [{ type: 'buttons', buttons: languageButtons(reader) }] : [];
}

/** Everything there is, as buttons and as commands. `platforms` are those on which someone here may have an account. */
export function moreCard(
  asking: Asking,
  resources: readonly Resource[],
  platforms: readonly Platform[],
): Card {
  const words = wordsFor(asking.reader);
  return {
    heading: words.menu,
    elements: [
      ...fullMenu(asking),
      ...linkElements(asking.reader, platforms),
      text(words.allTyped),
      { type: 'table', columns: words.columns, rows: words.commands },
      quiet(words.moreTyped),
      ...(asking.roles.has('administrator') ? [quiet(words.forAdministrators)] : []),
      urgentLine(asking.reader, resources),
    ],
  };
}

function shortMenu({ reader, roles, member, pairs, now }: Asking): Element {
  const words = wordsFor(reader);
  const support: Button = { id: 'resources.show', label: words.resources };
  const admin: Button[] = roles.has('administrator') ? [{ id: 'questions.admin', label: words.plan }] : [];
  const more: Button = { id: 'help.show:more', label: words.more };
  const pause: Button =
    member !== null && isPaused(member.rhythm, now)
      ? { id: 'members.resume', label: words.resume }
      : { id: 'members.pause', label: words.pause };
  const own: Button[] =
    pairs.length === 0
      ? [
          { id: 'pairing.choose', label: words.find, style: 'primary' },
          { id: 'pairing.join', label: words.haveCode },
          { id: 'resources.guide', label: words.guide },
        ]
      : [
          { id: 'checkins.status', label: words.myBuddies },
          { id: 'checkins.reach', label: words.reach },
          pause,
        ];
  return { type: 'buttons', buttons: [...own, support, ...admin, more] };
}

function fullMenu({ reader, roles, pairs }: Asking): readonly Element[] {
  const words = wordsFor(reader);
  const choose: Button = { id: 'pairing.choose', label: pairs.length === 0 ? words.find : words.choose };
  const rows: readonly (readonly Button[])[] = [
    [
      choose,
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
      { id: 'resources.show', label: words.resources },
      { id: 'resources.guide', label: words.guide },
      { id: 'privacy.show', label: words.privacy },
      ...(roles.has('administrator') ? [{ id: 'questions.admin', label: words.plan }] : []),
    ],
  ];
  return rows.map((buttons) => ({ type: 'buttons', buttons }));
}

/**
 * To free words. They haven't travelled here, so they can't be answered, kept or shown; and nobody can tell what they
 * were about, so people in danger come first.
 */
export function unknownCard(reader: Reader, pairs: readonly Pair[], resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  const [only, ...others] = pairs;
  const allLines: Button = { id: 'resources.show', label: words.allLines };
  const reach: readonly Button[] =
    only === undefined
      ? []
      : others.length === 0
        ? [{ id: `checkins.reach:${only.id}`, label: words.askBuddy(only.buddy.name) }]
        : [{ id: 'checkins.reach', label: words.askABuddy }];
  return {
    elements: [
      text(words.program),
      ...urgentLines(reader, resources),
      ...(reach.length === 0 ? [] : [text(words.company)]),
      { type: 'buttons', buttons: [...reach, allLines] },
      quiet(words.meantACommand),
    ],
  };
}

/** What someone probably meant: nothing is done before they say so. */
export function meantCard(reader: Reader, button: Button): Card {
  const words = wordsFor(reader);
  const all: Button = { id: 'help.show', label: words.menu };
  return {
    elements: [
      text(words.didYouMean),
      { type: 'buttons', buttons: button.id === all.id ? [button] : [button, all] },
      quiet(words.nothingDone),
    ],
  };
}

/** A sentence, and what can be done. */
export function menuCard(asking: Asking, sentence: Words): Card {
  return { elements: [text(sentence), shortMenu(asking)] };
}
