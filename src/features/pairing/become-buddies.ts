import type { Turn } from '../../bot/turn.ts';
import { newRhythm, scheduleNextMonday } from '../../people/members/rules.ts';
import { findMembers, hasRhythm, type Member, type MemberWithRhythm } from '../../people/members/store.ts';
import { saveOpenToInvitations, saveRhythm } from '../../people/members/wishes-store.ts';
import { sendPaired } from './messages.ts';
import { findPairs, type Pair, startPair } from './store.ts';
import { countStarted } from './sums-store.ts';
import type { PairOrigin } from './table.ts';

export type Pairing =
  | { readonly ok: true; readonly pairId: string; readonly me: MemberWithRhythm }
  | { readonly ok: false; readonly why: PairingRefusal };

export type PairingRefusal = 'already-buddies' | 'you-are-full' | 'other-is-full';

/** Why the actor and `other` can't become buddies; null when they can. */
export async function refusePairing(
  { db, pairs, hospital }: Turn,
  other: Member,
): Promise<PairingRefusal | null> {
  if (pairs.some((pair) => pair.buddy.id === other.id)) return 'already-buddies';
  if (pairs.length >= hospital.maxBuddies) return 'you-are-full';
  return (await findPairs(db, other.id)).length >= hospital.maxBuddies ? 'other-is-full' : null;
}

/**
 * Makes the two buddies, both having said yes and `refusePairing` having nothing against it: `me`, the actor, is answered
 * by the caller, `other` gets a message. Who had no buddy until now is nudged from the next Monday on.
 */
export async function becomeBuddies(
  turn: Turn,
  { me, other, origin }: { readonly me: Member; readonly other: Member; readonly origin: PairOrigin },
): Promise<Pairing> {
  const { db, now } = turn;
  const theirs = await findPairs(db, other.id);
  const pairId = await startPair(db, me, other, now);
  if (pairId === null) return { ok: false, why: 'already-buddies' };
  await countStarted(db, origin, now);
  await welcome(turn, me, turn.pairs);
  await welcome(turn, other, theirs);

  const [meNow, otherNow] = await fresh(turn, me, other);
  await sendPaired(db, pairId, { to: otherNow, buddy: meNow, now });
  return { ok: true, pairId, me: meNow };
}

/** What one more buddy changes for a member who had these. */
async function welcome({ db, now, hospital }: Turn, member: Member, had: readonly Pair[]): Promise<void> {
  const { rhythm, timeZone } = member;
  if (rhythm === null) await saveRhythm(db, member.id, newRhythm(hospital.nudgeMinute, timeZone, now));
  else if (had.length === 0)
    await saveRhythm(db, member.id, { ...rhythm, ...scheduleNextMonday({ ...rhythm, timeZone }, now) });
  const isFull = had.length + 1 >= hospital.maxBuddies;
  if (member.isOpenToInvitations && isFull) await saveOpenToInvitations(db, member.id, false);
}

async function fresh({ db }: Turn, me: Member, other: Member): Promise<[MemberWithRhythm, MemberWithRhythm]> {
  const read = (await findMembers(db, [me.id, other.id])).filter(hasRhythm);
  const [meNow, otherNow] = [me, other].map((member) => read.find(({ id }) => id === member.id));
  if (meNow === undefined || otherNow === undefined) throw new Error('Two new buddies could not be read.');
  return [meNow, otherNow];
}
