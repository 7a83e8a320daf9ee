import { sayDay } from '../../calendar/say.ts';
import type { Button, Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard, text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

/** To a supporter: nothing of who, or why. */
export function offerCard(reader: Reader, offerId: string): Card {
  const words = wordsFor(reader);
  return withButton(words.couldUseAWord, openOffer(reader, offerId));
}

export function reminderCard(reader: Reader, offerId: string): Card {
  const words = wordsFor(reader);
  return withButton(words.howDidItGo, openOffer(reader, offerId));
}

/** To a director: how many wait that they may see. */
export function deskCard(reader: Reader, waiting: number): Card {
  const words = wordsFor(reader);
  return withButton(words.waiting(waiting), openDesk(reader));
}

/** Nobody has looked after it in time. Who doesn't see the desk is asked to reach someone who does. */
export function overdueCard(reader: Reader, since: number, sees: boolean): Card {
  const words = wordsFor(reader);
  const day = sayDay(since, reader);
  return sees ? withButton(words.waitsSince(day), openDesk(reader)) : asCard(words.waitsSinceForOthers(day));
}

/** `sees`: whether they can open the desk. */
export function endedCard(reader: Reader, why: 'time' | 'unreadable' | 'unanswered', sees: boolean): Card {
  const said = wordsFor(reader).ended[why];
  return sees ? withButton(said, openDesk(reader)) : asCard(said);
}

/** To an administrator: the first step of a program. */
export function nobodyThereCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return withButton(words.nobodyThere, { id: 'program.roles', label: words.appoint, style: 'primary' });
}

export function takenCareOfCard(reader: Reader): Card {
  return asCard(wordsFor(reader).takenCareOf);
}

export function wentOnCard(reader: Reader): Card {
  return asCard(wordsFor(reader).wentOn);
}

function openOffer(reader: Reader, offerId: string): Button {
  return {
    id: `support.offer:${offerId}`,
    label: wordsFor(reader).open,
    style: 'primary',
    opens: 'view',
  };
}

function openDesk(reader: Reader): Button {
  return { id: 'support.desk', label: wordsFor(reader).openDesk, style: 'primary', opens: 'view' };
}

function withButton(said: string, button: Button): Card {
  return { elements: [text(said), { type: 'buttons', buttons: [button] }] };
}
