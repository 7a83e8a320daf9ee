import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { findMembers } from '../../people/members/store.ts';
import { findWaitingFrom, findWaitingTo } from '../invitations/store.ts';
import { questionsFor } from '../questions/store.ts';
import { type Status, statusCard } from './cards.ts';
import { findCheckedIn, findNotedBy } from './store.ts';
import { startOfToday } from './undo.ts';

/** `checkins.status`: who my buddies are, this week, what waits for an answer. */
export async function showStatus(turn: Turn): Promise<readonly Effect[]> {
  return [reply(await statusOf(turn))];
}

export async function statusOf(turn: Turn): Promise<Card> {
  return statusCard(turn.actor.reader, await readStatus(turn), turn.now);
}

export async function readStatus(turn: Turn): Promise<Status> {
  const { db, now, actor, pairs, content } = turn;
  const { member: me } = actor;
  const week = weekOf(now, actor.reader.timeZone);
  const pairIds = pairs.map((pair) => pair.id);
  const received = (await findWaitingTo(db, actor.accounts)).filter(({ expiresAt }) => now < expiresAt);
  const inviterIds = received.map((invitation) => invitation.inviterId);
  const inviters = await findMembers(db, inviterIds);
  return {
    me,
    pairs,
    week,
    checkedIn: await findCheckedIn(db, pairIds, [week]),
    notedToday:
      me === null
        ? new Set()
        : await findNotedBy(db, pairIds, {
            memberId: me.id,
            week,
            since: startOfToday(now, actor.reader.timeZone),
          }),
    notDelivered: me === null ? null : await turn.whyNotDelivered(db, me.id, week),
    questions: await questionsFor(db, content.bank, week),
    sent: me === null ? [] : await findWaitingFrom(db, me.id),
    received: received.flatMap((invitation) => {
      const inviter = inviters.find((member) => member.id === invitation.inviterId);
      return inviter === undefined ? [] : [{ invitation, inviter }];
    }),
  };
}
