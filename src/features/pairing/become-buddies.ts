import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import { enqueue } from '../../outbox/store.ts';
import { scheduleNextMonday } from '../../people/members/rules.ts';
import { findMembers, type Member } from '../../people/members/store.ts';
import { saveOpenToInvitations, saveSchedule } from '../../people/members/wishes-store.ts';
import { newBuddyCard } from './cards.ts';
import { findPairs, startPair } from './store.ts';

export type Pairing =
  | { readonly ok: true; readonly pairId: string; readonly me: Member }
  | { readonly ok: false; readonly why: 'already-buddies' | 'you-are-full' | 'other-is-full' };

/**
 * Makes the two buddies, both having said yes: `me` is answered by the caller, `other` gets a message. Who had no
 * buddy until now is nudged from the next Monday on.
 */
export async function becomeBuddies(turn: Turn, me: Member, other: Member): Promise<Pairing> {
  const { db, now, settings } = turn;
  const [mine, theirs] = [await findPairs(db, me.id), await findPairs(db, other.id)];
  if (mine.some((pair) => pair.buddy.id === other.id)) return { ok: false, why: 'already-buddies' };
  if (mine.length >= settings.maxBuddies) return { ok: false, why: 'you-are-full' };
  if (theirs.length >= settings.maxBuddies) return { ok: false, why: 'other-is-full' };

  const pairId = await startPair(db, me, other, now);
  if (pairId === null) return { ok: false, why: 'already-buddies' };
  if (mine.length === 0) await saveSchedule(db, me.id, scheduleNextMonday(me, now));
  if (theirs.length === 0) await saveSchedule(db, other.id, scheduleNextMonday(other, now));
  for (const member of [me, other]) {
    const isFull = (await findPairs(db, member.id)).length >= settings.maxBuddies;
    if (member.isOpenToInvitations && isFull) await saveOpenToInvitations(db, member.id, false);
  }

  const [meNow, otherNow] = await fresh(turn, me, other);
  await enqueue(
    db,
    [
      {
        key: `paired:${pairId}:${other.id}`,
        to: other.person,
        card: newBuddyCard(otherNow, meNow, now),
        usefulUntil: now + millisecondsInWeek,
      },
    ],
    now,
  );
  return { ok: true, pairId, me: meNow };
}

async function fresh(turn: Turn, ...members: [Member, Member]): Promise<[Member, Member]> {
  const read = await findMembers(turn.db, [members[0].id, members[1].id]);
  const find = (member: Member): Member => read.find((other) => other.id === member.id) ?? member;
  return [find(members[0]), find(members[1])];
}
