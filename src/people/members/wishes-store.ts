import type { Language } from '../../chat/language.ts';
import type { Hours } from '../../chat/reader.ts';
import type { Executor } from '../../db/schema.ts';
import type { Pause, Rhythm } from './rules.ts';
import {
  hasRhythm,
  type Member,
  type MemberWithRhythm,
  memberOf,
  rhythmColumns,
  updateMember,
} from './store.ts';

/** For a member who had one, and for one who gets their first. */
export async function saveRhythm(db: Executor, memberId: string, rhythm: Rhythm): Promise<void> {
  await updateMember(db, memberId, rhythmColumns(rhythm));
}

export async function savePause(db: Executor, memberId: string, pause: Pause): Promise<void> {
  await updateMember(db, memberId, { paused_at: pause.pausedAt, paused_until: pause.pausedUntil });
}

/**
 * Members whose pause has ended and whose next nudge lies behind it. Until the nudges that came due during a pause are
 * accounted for, the planner has to know of it.
 */
export async function findEndedPauses(db: Executor, now: number, most: number): Promise<MemberWithRhythm[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('paused_until', '<=', now)
    .whereRef('next_nudge_at', '>=', 'paused_until')
    .limit(most)
    .execute();
  return rows.map(memberOf).filter(hasRhythm);
}

/** True when this ended it; false when the pause has been changed or ended since it was read. */
export async function clearPause(db: Executor, memberId: string, pausedUntil: number): Promise<boolean> {
  const updated = await db
    .updateTable('members')
    .set({ paused_at: null, paused_until: null })
    .where('id', '=', memberId)
    .where('paused_until', '=', pausedUntil)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Null: whatever the platform tells. */
export async function saveLanguage(db: Executor, memberId: string, chosen: Language | null): Promise<void> {
  await updateMember(db, memberId, { chosen_language: chosen });
}

export async function saveOpenToInvitations(db: Executor, memberId: string, isOpen: boolean): Promise<void> {
  await updateMember(db, memberId, { open_to_invitations: isOpen ? 1 : 0 });
}

export async function saveHours(db: Executor, memberId: string, hours: Hours): Promise<void> {
  await updateMember(db, memberId, { hours });
}

export async function saveDeeper(db: Executor, memberId: string, isWanted: boolean): Promise<void> {
  await updateMember(db, memberId, { deeper: isWanted ? 1 : 0 });
}

/** Members who let it be known that they are open to an invitation, newest first. */
export async function findOpenToInvitations(db: Executor, most: number): Promise<Member[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('open_to_invitations', '=', 1)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(memberOf);
}
