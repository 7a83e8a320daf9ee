import { sayDay } from '../../calendar/say.ts';
import type { Button, ButtonsElement, Card, Element, Mention } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Resource } from '../../content/resources.ts';
import type { Namesake } from '../../people/contacts/store.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { namedBy } from '../../people/named.ts';
import { urgentLine } from '../resources/cards.ts';
import type { AskRefusal } from './refusal-store.ts';
import type { Invitation } from './store.ts';
import { wordsFor } from './words.ts';

/** What the invitee gets. */
export function invitationCard(reader: Reader, invitation: Invitation, inviter: Member): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      strong(words.wouldLike(mentionOf(inviter))),
      text(words.whatItIs),
      answerButtons(reader, invitation),
      quiet(words.waitsUntil(sayDay(invitation.expiresAt, reader))),
    ],
  };
}

/** The answers to an invitation, wherever it's shown. */
export function answerButtons(reader: Reader, { id }: Invitation): ButtonsElement {
  const words = wordsFor(reader);
  return {
    type: 'buttons',
    buttons: [
      { id: `pairing.accept:${id}`, label: words.accept, style: 'primary' },
      { id: `pairing.decline:${id}`, label: words.notNow },
      { id: `pairing.refuse:${id}`, label: words.notAgain },
    ],
  };
}

/** For who doesn't want to be asked by this inviter any more. */
export function refusedCard(reader: Reader, invitation: Invitation, inviter: Member): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.refused(mentionOf(inviter))),
      quiet(words.refusedMeans),
      {
        type: 'buttons',
        buttons: [
          { id: 'pairing.refuse:anyone', label: words.byNobody },
          { id: `pairing.allow:${invitation.id}`, label: words.takeBack },
        ],
      },
    ],
  };
}

export function nobodyAsksCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return { elements: [text(words.nobodyAsks), { type: 'buttons', buttons: [allowButton(reader)] }] };
}

/** Among one's settings: who may ask, and how to change it. */
export function askElements(reader: Reader, refusals: readonly AskRefusal[]): readonly Element[] {
  const words = wordsFor(reader);
  if (refusals.some(({ by }) => by === 'anyone')) return nobodyAsksCard(reader).elements;
  const byNobody: Button = { id: 'pairing.refuse:anyone', label: words.byNobody };
  const buttons = refusals.length === 0 ? [byNobody] : [allowButton(reader), byNobody];
  const said = refusals.length === 0 ? words.anyoneAsks : words.someDoNotAsk;
  return [quiet(said), { type: 'buttons', buttons }];
}

function allowButton(reader: Reader): Button {
  return { id: 'pairing.allow', label: wordsFor(reader).allow };
}

export function sentCard(reader: Reader, invitation: Invitation): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.sent(inviteeOf(invitation))),
      {
        type: 'buttons',
        buttons: [{ id: `pairing.withdraw:${invitation.id}`, label: words.withdrawButton }],
      },
    ],
  };
}

export function wasDeclinedCard(reader: Reader, invitation: Invitation): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.wasDeclined(inviteeOf(invitation))),
      { type: 'buttons', buttons: [whomToAsk(reader)] },
    ],
  };
}

/** For the inviter of someone who is no longer here: by name only, since nothing of theirs is kept. */
export function inviteeGoneCard(reader: Reader, name: string): Card {
  const words = wordsFor(reader);
  return { elements: [text(words.inviteeGone(name)), { type: 'buttons', buttons: [whomToAsk(reader)] }] };
}

function whomToAsk(reader: Reader): Button {
  return { id: 'pairing.choose', label: wordsFor(reader).whomToAsk };
}

export function inviteForm(reader: Reader): Form {
  const words = wordsFor(reader);
  return {
    id: 'pairing.invite',
    title: words.inviteTitle,
    intro: words.inviteIntro,
    submit: words.inviteSubmit,
    fields: [{ type: 'person', id: 'person', label: words.colleague }],
  };
}

/** Where several people, or a group, were named. */
export function onePersonCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return { elements: [text(words.onePerson), { type: 'buttons', buttons: [pick(reader)] }] };
}

/** To what looks like a name that nobody here has. It may have been something else, said in need. */
export function unknownNameCard(reader: Reader, resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.nobodyOfThatName),
      { type: 'buttons', buttons: [pick(reader)] },
      urgentLine(reader, resources),
    ],
  };
}

function pick(reader: Reader): Button {
  return { id: 'pairing.invite', label: wordsFor(reader).pickFromAll };
}

/** Which of several colleagues of one name; the platform's own list tells them apart by more than that. */
export function namesakesCard(reader: Reader, namesakes: readonly Namesake[]): Card {
  const words = wordsFor(reader);
  const buttons = namesakes.slice(0, mostNamesakes).map((namesake) => ({
    id: `pairing.invite:${namedBy(namesake)}`,
    label: words.askOne(namesake.name),
  }));
  return {
    elements: [
      text(words.whichOne),
      { type: 'buttons', buttons: [...buttons, { id: 'pairing.invite', label: words.pickFromAll }] },
    ],
  };
}

/** More are found by picking. */
const mostNamesakes = 4;

export function inviteeOf(invitation: Invitation): Mention {
  return { person: invitation.invitee, name: invitation.inviteeName };
}
