import type { Profile } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { markProfileChecked, saveProfile } from './profile-store.ts';
import { type Rhythm, scheduleSameWeek } from './rules.ts';
import type { Member } from './store.ts';

/**
 * Follows a name and a time zone. A new zone moves the next Monday, never its week, so nobody is nudged twice for one.
 * A platform that tells no zone leaves the zone as it was.
 */
export async function followProfile(
  db: Executor,
  member: Member,
  profile: Profile,
  now: number,
): Promise<void> {
  const timeZone = profile.timeZone ?? member.timeZone;
  if (profile.name === member.name && timeZone === member.timeZone) {
    await markProfileChecked(db, member.id, now);
    return;
  }
  const rhythm = member.rhythm === null ? null : inZone(member.rhythm, timeZone);
  await saveProfile(db, member.id, { name: profile.name, timeZone, rhythm }, now);
}

function inZone(rhythm: Rhythm, timeZone: string): Rhythm {
  return { ...rhythm, ...scheduleSameWeek(rhythm.nextWeek, { ...rhythm, timeZone }) };
}
