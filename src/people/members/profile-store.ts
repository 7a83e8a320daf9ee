import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { nameLetters } from '../contacts/rules.ts';
import { type Member, memberOf, rhythmColumns, updateMember } from './store.ts';

export async function saveProfile(
  db: Executor,
  memberId: string,
  profile: Pick<Member, 'name' | 'timeZone' | 'language' | 'rhythm'>,
  checkedAt: number,
): Promise<void> {
  await updateMember(db, memberId, {
    name: profile.name,
    name_letters: nameLetters(profile.name),
    time_zone: profile.timeZone,
    language: profile.language,
    profile_checked_at: checkedAt,
    ...(profile.rhythm === null ? {} : rhythmColumns(profile.rhythm)),
  });
}

export async function markProfileChecked(db: Executor, memberId: string, checkedAt: number): Promise<void> {
  await updateMember(db, memberId, { profile_checked_at: checkedAt });
}

/** When a member's profile was last looked up and they were last offered a next step; and the profession that they said. */
export function whenLookedAfter(
  db: Executor,
  memberId: string,
): Promise<{
  readonly profileCheckedAt: number;
  readonly offeredStepAt: number | null;
  readonly profession: string | null;
}> {
  return db
    .selectFrom('members')
    .select(['profile_checked_at as profileCheckedAt', 'offered_step_at as offeredStepAt', 'profession'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
}

/** Someone could not be reached: the next look at stale profiles finds out whether their account is closed. */
export async function doubtProfile(db: Executor, person: PersonRef): Promise<void> {
  await db
    .updateTable('members')
    .set({ profile_checked_at: 0 })
    .where((row) => row.and(personColumns(person)))
    .execute();
}

/** Members whose profile was last looked up before `instant`, longest ago first. */
export async function findStaleProfiles(db: Executor, instant: number, most: number): Promise<Member[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('profile_checked_at', '<', instant)
    .orderBy('profile_checked_at')
    .limit(most)
    .execute();
  return rows.map(memberOf);
}
