import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { accountsOfMember } from '../../people/members/account-store.ts';
import { findMember, findMembers } from '../../people/members/store.ts';
import { findWaitingFrom, findWaitingTo } from '../invitations/store.ts';
import { findPairs } from '../pairing/store.ts';
import { questionsFor } from '../questions/store.ts';
import { type Status, statusCard } from './cards.ts';
import { findCheckedIn } from './store.ts';

/** `checkins.status`: who my buddies are, this week, what waits for an answer. */
export async function showStatus(turn: Turn): Promise<readonly Effect[]> {
  return [reply(statusCard(await readStatus(turn), turn.now))];
}

export async function readStatus(turn: Turn): Promise<Status> {
  const { db, now, from, settings, content } = turn;
  const me = await findMember(db, from);
  const week = weekOf(now, me?.timeZone ?? settings.timeZone);
  const pairs = me === null ? [] : await findPairs(db, me.id);
  const accounts = me === null ? [from] : await accountsOfMember(db, me);
  const received = (await findWaitingTo(db, accounts)).filter((invitation) => now < invitation.expiresAt);
  const inviters = await findMembers(
    db,
    received.map((invitation) => invitation.inviterId),
  );
  return {
    me,
    pairs,
    week,
    checkedIn: await findCheckedIn(
      db,
      pairs.map((pair) => pair.id),
      [week],
    ),
    questions: await questionsFor(db, content.bank, week),
    sent: me === null ? [] : await findWaitingFrom(db, me.id),
    received: received.flatMap((invitation) => {
      const inviter = inviters.find((member) => member.id === invitation.inviterId);
      return inviter === undefined ? [] : [{ invitation, inviter }];
    }),
  };
}
