import { millisecondsInDay } from '../../calendar/spans.ts';
import { type PersonRef, type Profile, personKey } from '../../chat/person.ts';
import type { Hospital } from '../../config/hospital.ts';
import type { Actor } from '../../people/actor.ts';
import { askCountsMs } from '../../people/kept-asks/rules.ts';

/** How long an invitation waits, in milliseconds: 14 days. */
export const invitationLastsMs = 14 * millisecondsInDay;

/** Not more than this many invitations from one person to the same other within `askedWithinMs`. */
export const mostAsksOfOnePerson = 3;
export const askedWithinMs = askCountsMs.invitation;

/** Not more than this many invitations of one person, whatever came of them, in a day and within `askedWithinMs`. */
export const mostAsksInADay = 10;
export const mostAsks = 30;

/** Not more than this many invitations of one person wait at a time. */
export const mostWaiting = 10;

export type InvitationRefusal =
  | 'yourself'
  | 'unknown'
  | 'bot'
  | 'deactivated'
  | 'guest'
  | 'sender-is-guest'
  | 'already-buddies'
  | 'you-are-full'
  | 'already-waiting'
  | 'asked-often'
  | 'many-waiting'
  | 'many-today'
  | 'many-this-month';

/** Why this colleague can't be invited by anyone of this hospital; null when they can. */
export function refusePerson(profile: Profile | null, guestsWelcome: boolean): InvitationRefusal | null {
  if (profile === null) return 'unknown';
  if (profile.kind === 'bot') return 'bot';
  if (!profile.active) return 'deactivated';
  if (profile.kind === 'guest' && !guestsWelcome) return 'guest';
  return null;
}

/** Whether a guest acts where this hospital keeps Buddy to its own staff. Someone who's a member already may stay. */
export function isUnwelcomeGuest({ actor, hospital }: Acting): boolean {
  return actor.newcomer?.kind === 'guest' && !hospital.guestsWelcome;
}

interface Acting {
  readonly actor: Pick<Actor, 'newcomer'>;
  readonly hospital: Pick<Hospital, 'guestsWelcome'>;
}

/** The same text whichever of the two asks. */
export function bothPeople(one: PersonRef, other: PersonRef): string {
  return [personKey(one), personKey(other)].sort().join(' ');
}
