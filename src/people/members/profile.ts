import type { Profile } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { markProfileChecked, saveProfile } from './profile-store.ts';
import { type Rhythm, scheduleSameWeek } from './rules.ts';
import type { Member } from './store.ts';

/**
 * Follows a name, a time zone and a language. A new zone moves the next Monday, never its week, so nobody is nudged twice for one.
 * What a platform doesn't tell stays as it was.
 */
export async function followProfile(
  db: Executor,
  member: Member,
  profile: Profile,
  now: number,
): Promise<void> {
  const timeZone = profile.timeZone ?? member.timeZone;
  const language = profile.language ?? member.language;
  if (profile.name === member.name && timeZone === member.timeZone && language === member.language) {
    await markProfileChecked(db, member.id, now);
    return;
  }
  const rhythm = member.rhythm === null ? null : inZone(member.rhythm, timeZone);
  await saveProfile(db, member.id, { name: profile.name, timeZone, language, rhythm }, now);
}

function inZone(rhythm: Rhythm, timeZone: string): Rhythm {
  return { ...rhythm, ...scheduleSameWeek(rhythm.nextWeek, { ...rhythm, timeZone }) };
}
