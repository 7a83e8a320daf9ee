import type { Hospital } from '../../config/hospital.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { findMembers } from '../../people/members/store.ts';
import { closeInvitationMessage, sendExpired } from './messages.ts';
import { findOverdue, settleInvitation } from './store.ts';

const batch = 100;

/** Closes invitations that have waited 14 days: a kind word to the inviter, and the buttons go. Returns how many. */
export async function expireInvitations(db: Database, hospital: Hospital, now: number): Promise<number> {
  return transact(db, async (transaction) => {
    const overdue = await findOverdue(transaction, now, batch);
    const inviters = await findMembers(
      transaction,
      overdue.map((invitation) => invitation.inviterId),
    );
    for (const invitation of overdue) {
      if (!(await settleInvitation(transaction, invitation.id, 'expired'))) continue;
      await closeInvitationMessage({ db: transaction, now, hospital }, invitation);
      const inviter = inviters.find((member) => member.id === invitation.inviterId);
      if (inviter !== undefined) await sendExpired(transaction, invitation, inviter, now);
    }
    return overdue.length;
  });
}
