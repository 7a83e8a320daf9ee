import { millisecondsInMinute } from '../../calendar/spans.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Member } from '../../people/members/store.ts';

/** Long enough to walk from the phone to the computer, in milliseconds. */
export const linkCodeLastsMs = 15 * millisecondsInMinute;

/** A member, and what would be lost or doubled if their account became someone's second one. */
export interface Party {
  readonly member: Member;
  /** Has a buddy, or has asked someone: an invitation or a code of theirs waits. */
  readonly isInUse: boolean;
  readonly isLinked: boolean;
}

export type LinkRefusal =
  | 'own-code'
  | 'same-platform'
  | 'already-linked'
  | 'linked-elsewhere'
  | 'make-it-here'
  | 'both-in-use';

/**
 * Why the account `from`, which has entered the code of `maker`, can't become their second one; null when it can. `me`
 * is the member whose account `from` is, null for someone who is none.
 */
export function refuseLink(maker: Party, from: PersonRef, me: Party | null): LinkRefusal | null {
  if (me?.member.id === maker.member.id) {
    return isSamePerson(maker.member.person, from) ? 'own-code' : 'already-linked';
  }
  if (maker.member.person.platform === from.platform) return 'same-platform';
  if (me === null) return null;
  if (me.isLinked) return 'linked-elsewhere';
  if (me.isInUse) return maker.isInUse ? 'both-in-use' : 'make-it-here';
  return null;
}
