import type { Button, Card, Element } from '../../chat/card.ts';
import { quiet } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Status, statusCard } from '../checkins/cards.ts';
import { words } from './words.en.ts';

/** Everything without typing: one's own state first, then what one can do. */
export function homeCard(status: Status, isAdministrator: boolean, now: number): Card {
  const own = statusCard(status, now);
  return {
    heading: words.title,
    elements: [
      ...own.elements,
      { type: 'divider' },
      ...(status.pairs.length === 0
        ? []
        : [title(words.thisWeek), thisWeek, title(words.more), aboutBuddies]),
      title(words.yours),
      { type: 'buttons', buttons: yourButtons(status, now) },
      title(words.goodToKnow),
      goodToKnow,
      ...(isAdministrator ? [administration] : []),
      quiet(words.promise),
    ],
  };
}

const thisWeek: Element = {
  type: 'buttons',
  buttons: [
    { id: 'checkins.reach', label: words.askBuddy },
    { id: 'nudges.snooze', label: words.remindMe },
  ],
};

const aboutBuddies: Element = {
  type: 'buttons',
  buttons: [
    { id: 'pairing.invite', label: words.invite },
    { id: 'pairing.join', label: words.haveCode },
    { id: 'pairing.choose', label: words.choose },
    { id: 'pairing.end', label: words.end },
  ],
};

const goodToKnow: Element = {
  type: 'buttons',
  buttons: [
    { id: 'resources.show', label: words.resources },
    { id: 'resources.guide', label: words.guide },
    { id: 'help.show', label: words.help },
  ],
};

const administration: Element = { type: 'buttons', buttons: [{ id: 'questions.admin', label: words.admin }] };

function yourButtons({ me, pairs }: Status, now: number): readonly Button[] {
  const canPause = me !== null && pairs.length > 0 && !isPaused(me, now);
  const pause: Button[] = canPause ? [{ id: 'members.pause', label: words.pause }] : [];
  return [
    ...pause,
    { id: 'pairing.code', label: words.makeCode },
    { id: 'settings.edit', label: words.settings },
    { id: 'privacy.show', label: words.privacy },
  ];
}

function title(sentence: string): Element {
  return { type: 'text', tone: 'strong', words: sentence };
}
