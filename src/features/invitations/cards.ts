import { sayDay } from '../../calendar/say.en.ts';
import type { Card, Mention } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Namesake } from '../../people/contacts/store.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { namedBy } from '../../people/named.ts';
import type { Invitation } from './store.ts';
import { words } from './words.en.ts';

/** What the invitee gets. `timeZone` is theirs, as far as it is known. */
export function invitationCard(invitation: Invitation, inviter: Member, timeZone: string): Card {
  return {
    elements: [
      { type: 'text', tone: 'strong', words: words.wouldLike(mentionOf(inviter)) },
      text(words.whatItIs),
      {
        type: 'buttons',
        buttons: [
          { id: `pairing.accept:${invitation.id}`, label: words.accept, style: 'primary' },
          { id: `pairing.decline:${invitation.id}`, label: words.notNow },
        ],
      },
      quiet(words.waitsUntil(sayDay(invitation.expiresAt, timeZone))),
    ],
  };
}

export function sentCard(invitation: Invitation): Card {
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

export function wasDeclinedCard(invitation: Invitation): Card {
  return {
    elements: [
      text(words.wasDeclined(inviteeOf(invitation))),
      { type: 'buttons', buttons: [{ id: 'pairing.choose', label: words.whomToAsk }] },
    ],
  };
}

export const inviteForm: Form = {
  id: 'pairing.invite',
  title: words.inviteTitle,
  intro: words.inviteIntro,
  submit: words.inviteSubmit,
  fields: [{ type: 'person', id: 'person', label: words.colleague }],
};

/** Which of several colleagues of one name; the platform's own list tells them apart by more than that. */
export function namesakesCard(namesakes: readonly Namesake[]): Card {
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
