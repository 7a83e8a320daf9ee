import type { Turn } from '../../bot/turn.ts';
import { enrol, type Member } from '../../people/members/store.ts';
import { becomeBuddies, type Pairing, refusePairing } from '../pairing/become-buddies.ts';
import type { PairOrigin } from '../pairing/table.ts';

/** The actor's yes to `other`, who has said yes before. Who is refused does not become a member by it. */
export async function enrolAndPair(turn: Turn, other: Member, origin: PairOrigin): Promise<Pairing> {
  const why = await refusePairing(turn, other);
  if (why !== null) return { ok: false, why };
  return becomeBuddies(turn, { me: await enrolActor(turn), other, origin });
}

/** The member who acts; who is none becomes one here. Call it only where they've just said yes to something. */
export async function enrolActor({ db, now, actor, hospital }: Turn): Promise<Member> {
  return actor.member ?? (await enrol(db, actor.account, actor.newcomer, hospital, now));
}
