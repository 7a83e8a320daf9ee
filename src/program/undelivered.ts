import { millisecondsInWeek } from '../calendar/spans.ts';
import { asCard } from '../chat/say.ts';
import type { Executor } from '../db/schema.ts';
import { tellUnreachable } from '../features/checkins/gone-quiet.ts';
import { tellNotReached } from '../features/checkins/not-reached.ts';
import { inviteeOf } from '../features/invitations/cards.ts';
import { findInvitation, invitationKey, settleInvitation } from '../features/invitations/store.ts';
import { words } from '../features/invitations/words.en.ts';
import { enqueue } from '../outbox/store.ts';
import type { Undelivered } from '../outbox/undelivered.ts';
import { doubtProfile } from '../people/members/profile-store.ts';
import { findMembers } from '../people/members/store.ts';

/**
 * Nobody waits for an answer to a message that never arrived: those who asked for it hear so. Whether an account has been
 * closed, the next look at profiles finds out.
 */
export async function tellUndelivered(db: Executor, message: Undelivered, now: number): Promise<void> {
  if (message.status === 'unreachable') {
    await doubtProfile(db, message.to);
    await tellUnreachable(db, message.to, now);
  }
  await tellNotReached(db, message.key, now);
  await closeInvitation(db, message, now);
}

/** An invitation whose time ran out before its turn came closes by itself, with a word of its own. */
async function closeInvitation(db: Executor, { key, status }: Undelivered, now: number): Promise<void> {
  const prefix = invitationKey('');
  if (!key.startsWith(prefix) || status === 'expired') return;
  const invitation = await findInvitation(db, key.slice(prefix.length));
  if (invitation === null || !(await settleInvitation(db, invitation.id, 'expired'))) return;
  const [inviter] = await findMembers(db, [invitation.inviterId]);
  if (inviter === undefined) return;
  const told = {
    key: `expired:${invitation.id}`,
    to: inviter.person,
    card: asCard(words.notReached(inviteeOf(invitation))),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [told], now);
}
