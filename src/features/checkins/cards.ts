import type { IsoWeek } from '../../calendar/iso-week.ts';
import { sayDay, sayInstant } from '../../calendar/say.en.ts';
import type { Button, Card, Element } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { inviteeOf } from '../invitations/cards.ts';
import type { Invitation } from '../invitations/store.ts';
import type { Pair } from '../pairing/store.ts';
import type { WeekQuestions } from '../questions/store.ts';
import { acknowledgementText } from './rules.ts';
import { words } from './words.en.ts';

/** One buddy in a week: checked in, or the button that says so. */
export function buddyElements(
  pair: Pair,
  week: IsoWeek,
  isCheckedIn: boolean,
  now: number,
): readonly Element[] {
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

export function statusCard(status: Status, now: number): Card {
  return {
    heading: words.yourBuddies,
    elements: [
      ...buddiesOf(status, now),
      ...invitationsOf(status),
      ...(status.pairs.length === 0 ? [] : questionsOf(status.questions)),
      ...rhythmOf(status, now),
    ],
  };
}

function buddiesOf(status: Status, now: number): readonly Element[] {
  if (status.pairs.length > 0) {
    return status.pairs.flatMap((pair) =>
      buddyElements(pair, status.week, status.checkedIn.has(acknowledgementText(pair.id, status.week)), now),
    );
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

function invitationsOf(status: Status): readonly Element[] {
  const received = status.received
    .slice(0, mostInvitationsShown)
    .flatMap(({ invitation, inviter }): Element[] => [
      text(words.invitedBy(mentionOf(inviter))),
      {
        type: 'buttons',
        buttons: [
          { id: `pairing.accept:${invitation.id}`, label: words.accept, style: 'primary' },
          { id: `pairing.decline:${invitation.id}`, label: words.notNow },
        ],
      },
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

function questionsOf(questions: WeekQuestions): readonly Element[] {
  if (questions.source === 'none') return [{ type: 'divider' }, text(words.noQuestions)];
  return [{ type: 'divider' }, { type: 'questions', first: questions.first, second: questions.second }];
}

function rhythmOf({ me, pairs }: Status, now: number): readonly Element[] {
  if (me === null || pairs.length === 0) return [];
  if (!isPaused(me, now)) return [quiet(words.next(sayInstant(me.nextNudgeAt, me.timeZone)))];
  const until = me.pausedUntil;
  return [
    text(until === null ? words.paused : words.pausedUntil(sayDay(until, me.timeZone))),
    { type: 'buttons', buttons: [{ id: 'members.resume', label: words.resume }] },
  ];
}

/** Asks once whom to reach. */
export function reachWhomCard(pairs: readonly Pair[]): Card {
  const buttons = pairs.map((pair) => ({
    id: `checkins.reach:${pair.id}`,
    label: words.reachOne(pair.buddy.name),
  }));
  return { elements: [text(words.reachWhom), { type: 'buttons', buttons }] };
}

/** For the buddy who is asked. */
export function couldUseCard(asker: Member): Card {
  return {
    elements: [
      text(words.couldUse(mentionOf(asker))),
      { type: 'buttons', buttons: [{ id: 'resources.guide:listening', label: words.howToListen }] },
    ],
  };
}

/** For the asker, with the lines that answer now: nobody is left with a sentence alone. */
export function withLines(sentence: ReturnType<typeof words.reached>): Card {
  return {
    elements: [text(sentence), { type: 'buttons', buttons: [{ id: 'resources.show', label: words.lines }] }],
  };
}
