import type { IsoWeek } from '../../calendar/iso-week.ts';
import { sayDay, sayInstant } from '../../calendar/say.ts';
import type { Button, Card, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { answerButtons, inviteeOf } from '../invitations/cards.ts';
import type { Invitation } from '../invitations/store.ts';
import type { Pair } from '../pairing/store.ts';
import type { WeekQuestions } from '../questions/store.ts';
import { acknowledgementText } from './rules.ts';
import { wordsFor } from './words.ts';

/** One buddy in a week: checked in, or the button that says so. */
export function buddyElements(
  reader: Reader,
  pair: Pair,
  { week, isCheckedIn, now }: { readonly week: IsoWeek; readonly isCheckedIn: boolean; readonly now: number },
): readonly Element[] {
  const words = wordsFor(reader);
  const buddy = mentionOf(pair.buddy);
  if (isCheckedIn) return [text(words.checkedIn(buddy))];
  const button: Button = {
    id: `checkins.acknowledge:${acknowledgementText(pair.id, week)}`,
    label: words.weCheckedIn,
    style: 'primary',
  };
  return [
    text(isPaused(pair.buddy, now) ? words.away(buddy) : words.notYet(buddy)),
    { type: 'buttons', buttons: [button] },
  ];
}

/** Everything that somebody's own state consists of, as they see it. */
export interface Status {
  readonly me: Member | null;
  readonly pairs: readonly Pair[];
  readonly week: IsoWeek;
  /** `pairId/week` of the pairs that have checked in. */
  readonly checkedIn: ReadonlySet<string>;
  readonly questions: WeekQuestions;
  readonly sent: readonly Invitation[];
  readonly received: readonly { readonly invitation: Invitation; readonly inviter: Member }[];
}

export function statusCard(reader: Reader, status: Status, now: number): Card {
  return {
    heading: wordsFor(reader).yourBuddies,
    elements: [
      ...buddiesOf(reader, status, now),
      ...invitationsOf(reader, status),
      ...(status.pairs.length === 0 ? [] : questionsOf(reader, status.questions)),
      ...rhythmOf(reader, status, now),
    ],
  };
}

function buddiesOf(reader: Reader, { pairs, week, checkedIn }: Status, now: number): readonly Element[] {
  const words = wordsFor(reader);
  if (pairs.length > 0) {
    return pairs.flatMap((pair) => {
      const isCheckedIn = checkedIn.has(acknowledgementText(pair.id, week));
      return buddyElements(reader, pair, { week, isCheckedIn, now });
    });
  }
  const buttons: Button[] = [
    { id: 'pairing.choose', label: words.choose },
    { id: 'pairing.invite', label: words.invite },
    { id: 'pairing.join', label: words.haveCode },
  ];
  return [text(words.noBuddy), { type: 'buttons', buttons }];
}

/** Of each kind, oldest first: a platform takes only so many elements in a card. */
const mostInvitationsShown = 5;

function invitationsOf(reader: Reader, status: Status): readonly Element[] {
  const words = wordsFor(reader);
  const received = status.received
    .slice(0, mostInvitationsShown)
    .flatMap(({ invitation, inviter }): Element[] => [
      text(words.invitedBy(mentionOf(inviter))),
      answerButtons(reader, invitation),
    ]);
  const sent = status.sent
    .slice(0, mostInvitationsShown)
    .flatMap((invitation): Element[] => [
      text(words.waitingFor(inviteeOf(invitation))),
      { type: 'buttons', buttons: [{ id: `pairing.withdraw:${invitation.id}`, label: words.takeBack }] },
    ]);
  const left =
    Math.max(0, status.received.length - mostInvitationsShown) +
    Math.max(0, status.sent.length - mostInvitationsShown);
  return [...received, ...sent, ...(left === 0 ? [] : [quiet(words.andMore(left))])];
}

function questionsOf(reader: Reader, questions: WeekQuestions): readonly Element[] {
  if (questions.source === 'none') return [{ type: 'divider' }, text(wordsFor(reader).noQuestions)];
  return [{ type: 'divider' }, { type: 'questions', first: questions.first, second: questions.second }];
}

function rhythmOf(reader: Reader, { me, pairs }: Status, now: number): readonly Element[] {
  const words = wordsFor(reader);
  if (me === null || pairs.length === 0) return [];
  if (!isPaused(me, now)) return [quiet(words.next(sayInstant(me.nextNudgeAt, reader)))];
  const until = me.pausedUntil;
  return [
    text(until === null ? words.paused : words.pausedUntil(sayDay(until, reader))),
    { type: 'buttons', buttons: [{ id: 'members.resume', label: words.resume }] },
  ];
}

/** Asks once whom to reach. */
export function reachWhomCard(reader: Reader, pairs: readonly Pair[]): Card {
  const words = wordsFor(reader);
  const buttons = pairs.map((pair) => ({
    id: `checkins.reach:${pair.id}`,
    label: words.reachOne(pair.buddy.name),
  }));
  return { elements: [text(words.reachWhom), { type: 'buttons', buttons }] };
}

/** For the buddy who is asked. */
export function couldUseCard(reader: Reader, asker: Member): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.couldUse(mentionOf(asker))),
      { type: 'buttons', buttons: [{ id: 'resources.guide:listening', label: words.howToListen }] },
    ],
  };
}

/** For the asker, with the lines that answer now: nobody is left with a sentence alone. */
export function withLines(reader: Reader, sentence: Words): Card {
  const lines: Button = { id: 'resources.show', label: wordsFor(reader).lines };
  return { elements: [text(sentence), { type: 'buttons', buttons: [lines] }] };
}
