import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { type About, messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import type { Undelivered } from '../../outbox/undelivered.ts';
import { findReader } from '../../people/find-reader.ts';
import type { ErasingParts } from '../../people/held-room.ts';
import { findMembers, type Member } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { type NamingMessage, roomMessage } from '../room-message.ts';
import { invitationCard, inviteeGoneCard, inviteeOf, wasDeclinedCard } from './cards.ts';
import { findInvitation, type Invitation, settleInvitation } from './store.ts';
import { wordsFor } from './words.ts';

const invited = messageKind('invitation', 'invitation');
const declined = messageKind('declined', 'invitation');
const expired = messageKind('expired', 'invitation');
const full = messageKind('full', 'invitation');
const closed = messageKind('closed', 'invitation');

export const invitationMessages = [
  roomMessage(invited, { undelivered: closeUndelivered }),
  roomMessage(declined, { nameErased: sayInviteeIsGone }),
  roomMessage(expired, { nameErased: sayInviteeIsGone }),
  roomMessage(full, { nameErased: sayInviteeIsGone }),
  roomMessage(closed),
];

/** The invitation itself: of use as long as it waits. */
export async function sendInvitation(
  db: Executor,
  invitation: Invitation,
  { inviter, reader, now }: { readonly inviter: Member; readonly reader: Reader; readonly now: number },
): Promise<void> {
  const message = {
    key: invited.key({ invitation: invitation.id }),
    to: invitation.invitee,
    card: invitationCard(reader, invitation, inviter),
    usefulUntil: invitation.expiresAt,
  };
  await enqueue(db, [message], now);
}

/** The invitee's message becomes what came of it, wherever they answered. */
export async function showAnswer(db: Executor, { id }: Invitation, card: Card, now: number): Promise<void> {
  await change(db, invited.key({ invitation: id }), card, now);
}

/** A message that isn't out yet never goes; one that is loses its buttons. */
export async function closeInvitationMessage(
  { db, now, hospital }: Pick<Turn, 'db' | 'now' | 'hospital'>,
  { id, invitee }: Invitation,
): Promise<void> {
  const key = invited.key({ invitation: id });
  const cancelled = await cancel(db, [key]);
  if (cancelled.length > 0) return;
  await change(db, key, asCard(wordsFor(await findReader(db, invitee, hospital)).closed), now);
}

export function sendDeclined(
  db: Executor,
  invitation: Invitation,
  inviter: Member,
  now: number,
): Promise<void> {
  return tell(db, declined, {
    invitation,
    inviter,
    card: wasDeclinedCard(readerOf(inviter), invitation),
    now,
  });
}

/** It has waited for two weeks. */
export function sendExpired(
  db: Executor,
  invitation: Invitation,
  inviter: Member,
  now: number,
): Promise<void> {
  const card = asCard(wordsFor(readerOf(inviter)).waitedTooLong(inviteeOf(invitation)));
  return tell(db, expired, { invitation, inviter, card, now });
}

/** A yes came, and the inviter has as many buddies as they may have. */
export function sendFull(db: Executor, invitation: Invitation, inviter: Member, now: number): Promise<void> {
  const card = asCard(wordsFor(readerOf(inviter)).saidYesButFull(inviteeOf(invitation)));
  return tell(db, full, { invitation, inviter, card, now });
}

/** The invitee doesn't use Buddy: they've been erased. */
export function sendClosed(
  db: Executor,
  invitation: Invitation,
  inviter: Member,
  now: number,
): Promise<void> {
  const card = inviteeGoneCard(readerOf(inviter), invitation.inviteeName);
  return tell(db, closed, { invitation, inviter, card, now });
}

interface Told {
  readonly invitation: Invitation;
  readonly inviter: Member;
  readonly card: Card;
  readonly now: number;
}

async function tell(
  db: Executor,
  kind: typeof declined,
  { invitation, inviter, card, now }: Told,
): Promise<void> {
  const key = kind.key({ invitation: invitation.id });
  await enqueue(db, [{ key, to: inviter.person, card, usefulUntil: now + millisecondsInWeek }], now);
}

/** Nobody waits for an answer to an invitation that never arrived. One whose time ran out closes with words of its own. */
async function closeUndelivered(
  db: Executor,
  about: About<'invitation'>,
  { status }: Undelivered,
  now: number,
): Promise<void> {
  if (status === 'expired') return;
  const invitation = await findInvitation(db, about.invitation);
  if (invitation === null || !(await settleInvitation(db, invitation.id, 'expired'))) return;
  const [inviter] = await findMembers(db, [invitation.inviterId]);
  if (inviter === undefined) return;
  const card = asCard(wordsFor(readerOf(inviter)).notReached(inviteeOf(invitation)));
  await tell(db, expired, { invitation, inviter, card, now });
}

/** The answer of someone who has been erased since says no more than that. */
async function sayInviteeIsGone(
  { db, now }: ErasingParts,
  _: About<'invitation'>,
  { key, name, reader }: NamingMessage,
): Promise<void> {
  if (name === null) await cancel(db, [key]);
  else await change(db, key, inviteeGoneCard(reader, name), now);
}
