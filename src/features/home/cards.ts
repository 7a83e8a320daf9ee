import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Actor } from '../../people/actor.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Status, statusCard } from '../checkins/cards.ts';
import { wordsFor } from './words.ts';

/** Everything without typing: one's own state first, then what one can do. */
export function homeCard(
  { reader, roles }: Pick<Actor, 'reader' | 'roles'>,
  status: Status,
  now: number,
): Card {
  const words = wordsFor(reader);
  const own = statusCard(reader, status, now);
  return {
    heading: words.title,
    elements: [
      ...(status.pairs.length === 0 ? [text(words.whatItIs)] : []),
      ...own.elements,
      { type: 'divider' },
      ...(status.pairs.length === 0
        ? []
        : [strong(words.thisWeek), thisWeek(reader), strong(words.more), aboutBuddies(reader)]),
      strong(words.yours),
      { type: 'buttons', buttons: yourButtons(reader, status, now) },
      strong(words.goodToKnow),
      goodToKnow(reader),
      ...(roles.has('administrator') ? [administration(reader)] : []),
      quiet(words.promise),
    ],
  };
}

function thisWeek(reader: Reader): Element {
  const words = wordsFor(reader);
  return {
    type: 'buttons',
    buttons: [
      { id: 'checkins.reach', label: words.askBuddy },
      { id: 'nudges.snooze', label: words.remindMe },
    ],
  };
}

function aboutBuddies(reader: Reader): Element {
  const words = wordsFor(reader);
  return {
    type: 'buttons',
    buttons: [
      { id: 'pairing.invite', label: words.invite },
      { id: 'pairing.join', label: words.haveCode },
      { id: 'pairing.choose', label: words.choose },
      { id: 'pairing.end', label: words.end },
    ],
  };
}

function goodToKnow(reader: Reader): Element {
  const words = wordsFor(reader);
  return {
    type: 'buttons',
    buttons: [
      { id: 'resources.show', label: words.resources },
      { id: 'resources.guide', label: words.guide },
      { id: 'help.show', label: words.help },
    ],
  };
}

function administration(reader: Reader): Element {
  return { type: 'buttons', buttons: [{ id: 'questions.admin', label: wordsFor(reader).admin }] };
}

function yourButtons(reader: Reader, { me, pairs }: Status, now: number): readonly Button[] {
  const words = wordsFor(reader);
  const canPause = me !== null && pairs.length > 0 && !isPaused(me.rhythm, now);
  const pause: Button[] = canPause ? [{ id: 'members.pause', label: words.pause }] : [];
  return [
    ...pause,
    { id: 'pairing.code', label: words.makeCode },
    { id: 'settings.edit', label: words.settings },
    { id: 'privacy.show', label: words.privacy },
  ];
}
