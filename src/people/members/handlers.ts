import type { Handler, Turn } from '../../bot/turn.ts';
import { isSamePerson } from '../../chat/person.ts';
import { followProfile } from './profile.ts';
import { findMember, type Member } from './store.ts';

/**
 * `members.profile`: the platform says that somebody's profile has changed; nobody is answered. Whose account is closed
 * leaves: `leave` is passed in, because erasing belongs to a room further right. Of two accounts, the one to which
 * messages go tells the name and the time zone.
 */
export function profileChanged(leave: (turn: Turn, member: Member) => Promise<void>): Handler {
  return async (turn, { profile }) => {
    const me = await findMember(turn.db, turn.from);
    if (me === null || profile === null) return [];
    if (!profile.active) await leave(turn, me);
    else if (isSamePerson(me.person, turn.from)) await followProfile(turn.db, me, profile, turn.now);
    return [];
  };
}
