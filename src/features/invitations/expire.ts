import { millisecondsInWeek } from '../../calendar/spans.ts';
import { asCard } from '../../chat/say.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { enqueue } from '../../outbox/store.ts';
import { findMembers } from '../../people/members/store.ts';
import { inviteeOf } from './cards.ts';
import { closeInvitationMessage } from './close-message.ts';
import { findOverdue, settleInvitation } from './store.ts';
import { words } from './words.en.ts';

const batch = 100;

/** Closes invitations that have waited 14 days: a kind word to the inviter, and the buttons go. Returns how many. */
export async function expireInvitations(db: Database, now: number): Promise<number> {
  return transact(db, async (transaction) => {
    const overdue = await findOverdue(transaction, now, batch);
    const inviters = await findMembers(
      transaction,
      overdue.map((invitation) => invitation.inviterId),
    );
    for (const invitation of overdue) {
      if (!(await settleInvitation(transaction, invitation.id, 'expired'))) continue;
      await closeInvitationMessage(transaction, invitation.id, now);
      const inviter = inviters.find((member) => member.id === invitation.inviterId);
      if (inviter === undefined) continue;
      const card = asCard(words.waitedTooLong(inviteeOf(invitation)));
      const told = {
        key: `expired:${invitation.id}`,
        to: inviter.person,
        card,
        usefulUntil: now + millisecondsInWeek,
      };
      await enqueue(transaction, [told], now);
    }
    return overdue.length;
  });
}
