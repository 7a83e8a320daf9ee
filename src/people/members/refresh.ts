import { millisecondsInDay, millisecondsInHour } from '../../calendar/spans.ts';
import type { LookUp } from '../../chat/adapter.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { followProfile } from './profile.ts';
import { findStaleProfiles, markProfileChecked } from './profile-store.ts';
import { findMember, lockMember, type Member } from './store.ts';

/** A profile is looked up once a day; one that could not be, again in an hour, so that it holds up nobody else. */
const staleAfterMs = millisecondsInDay;
const againAfterMs = millisecondsInHour;

/** So many at a time: far below what the platforms allow. */
const batch = 20;

/** Erases someone who is no longer there. Passed in, because erasing belongs to a room further right. */
type Leave = (db: Executor, member: Member) => Promise<void>;

/**
 * Looks up members whose profile has not been looked up for a day. The platforms are asked outside any transaction;
 * each answer is applied in one of its own. Returns how many were looked up.
 */
export async function refreshProfiles(
  db: Database,
  lookUp: (person: PersonRef) => Promise<LookUp>,
  now: number,
  options: { readonly leave: Leave },
): Promise<number> {
  const stale = await findStaleProfiles(db, now - staleAfterMs, batch);
  const answers = await Promise.all(
    stale.map(async ({ person }) => ({ person, found: await lookUp(person) })),
  );
  for (const { person, found } of answers) {
    await transact(db, async (transaction) => {
      const member = await findMember(transaction, person);
      // Meanwhile they may have chosen another account.
      if (member === null || !isSamePerson(member.person, person)) return;
      // Only those that the platform knows and calls closed: to the token of another workspace everyone is unknown.
      if ('name' in found && !found.active) return options.leave(transaction, member);
      const held = await lockMember(transaction, member.id);
      if (held !== null) await apply(transaction, held, found, now);
    });
  }
  return stale.length;
}

/** Who can't be looked up stays: they may have removed Buddy, and come back. */
async function apply(db: Executor, member: Member, found: LookUp, now: number): Promise<void> {
  if (!('name' in found)) {
    await markProfileChecked(db, member.id, now - staleAfterMs + againAfterMs);
  } else {
    await followProfile(db, member, found, now);
  }
}
