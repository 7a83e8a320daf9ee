import type { Turn } from '../../bot/turn.ts';
import { enrol, findMember, type Member } from '../../people/members/store.ts';
import { becomeBuddies, type Pairing } from '../pairing/become-buddies.ts';
import { findPairs } from '../pairing/store.ts';

type Refusal = Extract<Pairing, { ok: false }>['why'];

/** The sender's yes to `other`, who has said yes before. Who is refused does not become a member by it. */
export async function enrolAndPair(turn: Turn, other: Member): Promise<Pairing> {
  const why = await refusePairing(turn, other);
  if (why !== null) return { ok: false, why };
  const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
  return becomeBuddies(turn, me, other);
}

async function refusePairing({ db, from, settings }: Turn, other: Member): Promise<Refusal | null> {
  const me = await findMember(db, from);
  const mine = me === null ? [] : await findPairs(db, me.id);
  if (mine.some((pair) => pair.buddy.id === other.id)) return 'already-buddies';
  if (mine.length >= settings.maxBuddies) return 'you-are-full';
  const theirs = await findPairs(db, other.id);
  return theirs.length >= settings.maxBuddies ? 'other-is-full' : null;
}
