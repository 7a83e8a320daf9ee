import type { MemberHandler, MemberTurn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { followProfile } from './profile.ts';

/**
 * `members.profile`: the platform says that someone's profile has changed; nobody is answered. Whose account is closed
 * leaves: `leave` is passed in, because erasing belongs to a room further right. Of two accounts, the one to which
 * messages go tells the name and the time zone.
 */
export function profileChanged(leave: (turn: MemberTurn) => Promise<void>): MemberHandler {
  return async (turn, { profile }) => {
    const { member: me, account } = turn.actor;
    if (profile === null) return [];
    if (!profile.active) await leave(turn);
    else if (isSamePerson(me.person, account)) await followProfile(turn.db, me, profile, turn.now);
    return [];
  };
}

/** Most profiles that change are of people who don't take part. */
export async function nobody(): Promise<readonly Effect[]> {
  return [];
}
