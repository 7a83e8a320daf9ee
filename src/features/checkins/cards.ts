import type { IsoWeek } from '../../calendar/iso-week.ts';
import { sayDay, sayInstant } from '../../calendar/say.ts';
import type { Button, Card, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { answerButtons, inviteeOf } from '../invitations/cards.ts';
import type { Invitation } from '../invitations/store.ts';
import type { Pair } from '../pairing/store.ts';
import { askedIn } from '../questions/asked-in.ts';
import type { WeekQuestions } from '../questions/week-questions.ts';
import type { NotDelivered } from './rules.ts';
import { acknowledgementText } from './rules.ts';
import { wordsFor } from './words.ts';

/** One buddy in a week: checked in, or the button that says so. */
export function buddyElements(
  reader: Reader,
  pair: Pair,
  { week, checkedIn, notedToday, now }: Checkins & { readonly week: IsoWeek; readonly now: number },
): readonly Element[] {
  const words = wordsFor(reader);
  const buddy = mentionOf(pair.buddy);
  const about = acknowledgementText(pair.id, week);
  if (checkedIn.has(about)) {
    const takeBack: Button = {
      id: `checkins.undo:${about}`,
      label: words.undo,
      spoken: words.undoWith(pair.buddy.name),
    };
    const undo: readonly Element[] = notedToday.has(about) ? [{ type: 'buttons', buttons: [takeBack] }] : [];
    return [text(words.checkedIn(buddy)), ...undo];
  }
  return [
    text(isPaused(pair.buddy.rhythm, now) ? words.away(buddy) : words.notYet(buddy)),
    { type: 'buttons', buttons: [acknowledgeButton(reader, pair, week)] },
  ];
}

/** One tap for one pair and one week. Of several on a card, each says to a screen reader who it's about. */
export function acknowledgeButton(reader: Reader, pair: Pair, week: IsoWeek): Button {
  const words = wordsFor(reader);
  return {
    id: `checkins.acknowledge:${acknowledgementText(pair.id, week)}`,
    label: words.weCheckedIn,
    spoken: words.checkedInWith(pair.buddy.name),
    style: 'primary',
  };
}

/** As `pairId/week`. */
export interface Checkins {
  readonly checkedIn: ReadonlySet<string>;
  /** Those that the reader noted today, and so can take back. */
  readonly notedToday: ReadonlySet<string>;
}

/** Everything that someone's own state consists of, as they see it. */
export interface Status extends Checkins {
  readonly me: Member | null;
  readonly pairs: readonly Pair[];
  readonly week: IsoWeek;
  readonly questions: WeekQuestions;
  /** Why this week's message isn't in the chat; null when it is, or needn't be. */
  readonly notDelivered: NotDelivered | null;
  readonly sent: readonly Invitation[];
  readonly received: readonly { readonly invitation: Invitation; readonly inviter: Member }[];
}

export function statusCard(reader: Reader, status: Status, now: number): Card {
  return {
    heading: wordsFor(reader).yourBuddies,
    elements: [
      ...receivedOf(reader, status),
      ...buddiesOf(reader, status, now),
      ...sentOf(reader, status),
      ...(status.pairs.length === 0 ? [] : questionsOf(reader, status)),
      ...rhythmOf(reader, status, now),
    ],
  };
}

function buddiesOf(reader: Reader, status: Status, now: number): readonly Element[] {
  const words = wordsFor(reader);
  if (status.pairs.length > 0) {
    return status.pairs.flatMap((pair) => buddyElements(reader, pair, { ...status, now }));
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

/** Anyone who waits for an answer comes first. */
function receivedOf(reader: Reader, { received }: Status): readonly Element[] {
  const words = wordsFor(reader);
  const shown = received
    .slice(0, mostInvitationsShown)
    .flatMap(({ invitation, inviter }): Element[] => [
      strong(words.invitedBy(mentionOf(inviter))),
      answerButtons(reader, invitation),
    ]);
  return [...shown, ...andMore(reader, received.length)];
}

function sentOf(reader: Reader, { sent }: Status): readonly Element[] {
  const words = wordsFor(reader);
  const shown = sent
    .slice(0, mostInvitationsShown)
    .flatMap((invitation): Element[] => [
      text(words.waitingFor(inviteeOf(invitation))),
      { type: 'buttons', buttons: [{ id: `pairing.withdraw:${invitation.id}`, label: words.takeBack }] },
    ]);
  return [...shown, ...andMore(reader, sent.length)];
}

function andMore(reader: Reader, count: number): readonly Element[] {
  const left = count - mostInvitationsShown;
  return left <= 0 ? [] : [quiet(wordsFor(reader).andMore(left))];
}

function questionsOf(reader: Reader, { questions, notDelivered }: Status): readonly Element[] {
  const words = wordsFor(reader);
  if (questions.source === 'none') return [{ type: 'divider' }, text(words.noQuestions)];
  const why = notDelivered === null ? [] : [text(words.notDelivered[notDelivered])];
  return [{ type: 'divider' }, ...why, { type: 'questions', ...askedIn(questions, reader.language) }];
}

function rhythmOf(reader: Reader, { me, pairs }: Status, now: number): readonly Element[] {
  const words = wordsFor(reader);
  const rhythm = me?.rhythm ?? null;
  if (rhythm === null || pairs.length === 0) return [];
  if (!isPaused(rhythm, now)) return [quiet(words.next(sayInstant(rhythm.nextNudgeAt, reader)))];
  const until = rhythm.pausedUntil;
  return [
    text(until === null ? words.paused : words.pausedUntil(sayDay(until, reader))),
    { type: 'buttons', buttons: [{ id: 'members.resume', label: words.resume }] },
  ];
}

/** Asks once who to reach. */
export function reachWhomCard(reader: Reader, pairs: readonly Pair[]): Card {
  const words = wordsFor(reader);
  const buttons = pairs.map((pair) => ({
    id: `checkins.reach:${pair.id}`,
    label: words.reachOne(pair.buddy.name),
  }));
  return { elements: [text(words.reachWhom), { type: 'buttons', buttons }] };
}

/** For the buddy who is asked. `about` is the pair and the message: what "I will" answers. */
export function couldUseCard(reader: Reader, asker: Member, about: string): Card {
  const words = wordsFor(reader);
  const buttons: Button[] = [
    { id: `checkins.answer:${about}`, label: words.iWill, style: 'primary' },
    { id: 'resources.guide:listening', label: words.howToListen },
  ];
  return { elements: [text(words.couldUse(mentionOf(asker))), { type: 'buttons', buttons }] };
}

/** For the asker, with the lines that answer now: nobody is left with a sentence alone. */
export function withLines(reader: Reader, sentence: Words): Card {
  const lines: Button = { id: 'resources.show', label: wordsFor(reader).lines };
  return { elements: [text(sentence), { type: 'buttons', buttons: [lines] }] };
}
