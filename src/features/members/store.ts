import type { Selectable, Updateable } from 'kysely';
import { isTimeZone } from '../../calendar/local-time.ts';
import type { Mention } from '../../chat/card.ts';
import type { PersonRef, Profile } from '../../chat/person.ts';
import { locksRows } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import type { Settings } from '../../turn.ts';
import type { Pause, Schedule } from './rules.ts';
import { scheduleNextMonday } from './rules.ts';
import type { MembersTable } from './table.ts';

export interface Member extends Pause, Schedule {
  readonly id: string;
  /** The account to which messages go. */
  readonly person: PersonRef;
  readonly name: string;
  readonly timeZone: string;
  readonly nudgeMinute: number;
  readonly cadence: MembersTable['cadence'];
  readonly isOpenToInvitations: boolean;
  readonly lastWeek: MembersTable['last_week'];
  readonly createdAt: number;
}

/** The member whose account this is: the one to which messages go, or the one linked with it. */
export async function findMember(db: Executor, person: PersonRef): Promise<Member | null> {
  const row = await db
    .selectFrom('members')
    .selectAll()
    .where((member) =>
      member.or([
        member.and([member('platform', '=', person.platform), member('person_id', '=', person.id)]),
        member(
          'id',
          '=',
          member
            .selectFrom('linked_accounts')
            .select('member_id')
            .where('platform', '=', person.platform)
            .where('person_id', '=', person.id),
        ),
      ]),
    )
    .executeTakeFirst();
  return row === undefined ? null : memberOf(row);
}

/**
 * The member as they stand, and as they stay until this transaction is over: whoever else would decide something by
 * their pairs, invitations or codes waits. Null when they are no member, or have just gone. On SQLite every transaction
 * has everybody to itself.
 */
export async function holdMember(db: Executor, id: string): Promise<Member | null> {
  await holdMembers(db, [id]);
  const [member] = await findMembers(db, [id]);
  return member ?? null;
}

/** The same for several, in one order for all, so that two who want the same do not wait for each other. */
export async function holdMembers(db: Executor, ids: readonly string[]): Promise<void> {
  if (!locksRows(db) || ids.length === 0) return;
  await db.selectFrom('members').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Whether this account is one of the member's own. */
export async function isAccountOf(
  db: Executor,
  member: Pick<Member, 'id'>,
  person: PersonRef,
): Promise<boolean> {
  return (await findMember(db, person))?.id === member.id;
}

/** All accounts of the one whose account this is, that to which messages go first; for who is no member, this one. */
export async function accountsOf(db: Executor, person: PersonRef): Promise<readonly PersonRef[]> {
  const member = await findMember(db, person);
  return member === null ? [person] : accountsOfMember(db, member);
}

/** All accounts of a member, that to which messages go first. */
export async function accountsOfMember(
  db: Executor,
  member: Pick<Member, 'id' | 'person'>,
): Promise<readonly PersonRef[]> {
  const linked = await db
    .selectFrom('linked_accounts')
    .select(['platform', 'workspace', 'person_id as id'])
    .where('member_id', '=', member.id)
    .execute();
  return [member.person, ...linked];
}

export async function findMembers(db: Executor, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('members').selectAll().where('id', 'in', ids).execute();
  return rows.map(memberOf);
}

/**
 * The member, who becomes one here if they are not yet. Call it only where the person has just said yes to something.
 * `profile` is what the platform told; it may be null for somebody who is a member already.
 */
export async function enrol(
  db: Executor,
  person: PersonRef,
  profile: Profile | null,
  settings: Settings,
  now: number,
): Promise<Member> {
  const known = await findMember(db, person);
  if (known !== null) return known;
  if (profile === null) throw new Error('A new member needs a profile.');
  const { timeZone: told } = profile;
  const timeZone = told !== null && isTimeZone(told) ? told : settings.timeZone;
  const wishes = { timeZone, nudgeMinute: settings.nudgeMinute, cadence: 'weekly', lastWeek: null } as const;
  const schedule = scheduleNextMonday(wishes, now);
  await db
    .insertInto('members')
    .values({
      id: newId(),
      platform: person.platform,
      workspace: person.workspace,
      person_id: person.id,
      name: profile.name,
      time_zone: timeZone,
      nudge_minute: wishes.nudgeMinute,
      cadence: wishes.cadence,
      paused_at: null,
      paused_until: null,
      open_to_invitations: 0,
      last_week: null,
      ...scheduleColumns(schedule),
      profile_checked_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'person_id']).doNothing())
    .execute();
  const enrolled = await findMember(db, person);
  if (enrolled === null) throw new Error('A member just written could not be read.');
  return enrolled;
}

export async function saveSchedule(db: Executor, memberId: string, schedule: Schedule): Promise<void> {
  await update(db, memberId, scheduleColumns(schedule));
}

export async function savePause(db: Executor, memberId: string, pause: Pause): Promise<void> {
  await update(db, memberId, { paused_at: pause.pausedAt, paused_until: pause.pausedUntil });
}

/**
 * Members whose pause has ended and whose next nudge lies behind it. Until the nudges that came due during a pause are
 * accounted for, the planner has to know of it.
 */
export async function findEndedPauses(db: Executor, now: number, most: number): Promise<Member[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('paused_until', '<=', now)
    .whereRef('next_nudge_at', '>=', 'paused_until')
    .limit(most)
    .execute();
  return rows.map(memberOf);
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

export async function saveWishes(
  db: Executor,
  memberId: string,
  wishes: Pick<Member, 'nudgeMinute' | 'cadence'> & Schedule,
): Promise<void> {
  await update(db, memberId, {
    nudge_minute: wishes.nudgeMinute,
    cadence: wishes.cadence,
    ...scheduleColumns(wishes),
  });
}

export async function saveProfile(
  db: Executor,
  memberId: string,
  profile: Pick<Member, 'name' | 'timeZone'> & Schedule,
  checkedAt: number,
): Promise<void> {
  await update(db, memberId, {
    name: profile.name,
    time_zone: profile.timeZone,
    profile_checked_at: checkedAt,
    ...scheduleColumns(profile),
  });
}

/** Messages to the member go to this account from now on; its profile is looked up at the next occasion. */
export async function saveAccount(db: Executor, memberId: string, { person, name }: Mention): Promise<void> {
  const { platform, workspace, id } = person;
  await update(db, memberId, { platform, workspace, person_id: id, name, profile_checked_at: 0 });
}

export async function markProfileChecked(db: Executor, memberId: string, checkedAt: number): Promise<void> {
  await update(db, memberId, { profile_checked_at: checkedAt });
}

/** Somebody could not be reached: the next look at stale profiles finds out whether their account is closed. */
export async function doubtProfile(db: Executor, person: PersonRef): Promise<void> {
  await db
    .updateTable('members')
    .set({ profile_checked_at: 0 })
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .execute();
}

export async function saveOpenToInvitations(db: Executor, memberId: string, isOpen: boolean): Promise<void> {
  await update(db, memberId, { open_to_invitations: isOpen ? 1 : 0 });
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

/** Takes everything along that hangs on the member: pairs, invitations, acknowledgements, accounts. */
export async function deleteMember(db: Executor, memberId: string): Promise<void> {
  await db.deleteFrom('members').where('id', '=', memberId).execute();
}

export function mentionOf(member: Pick<Member, 'person' | 'name'>): Mention {
  return { person: member.person, name: member.name };
}

function update(db: Executor, memberId: string, columns: Updateable<MembersTable>): Promise<unknown> {
  return db.updateTable('members').set(columns).where('id', '=', memberId).execute();
}

function scheduleColumns(schedule: Schedule): Pick<MembersTable, 'next_week' | 'next_nudge_at'> {
  return { next_week: schedule.nextWeek, next_nudge_at: schedule.nextNudgeAt };
}

/** A row as the rest of the house reads it. */
export function memberOf(row: Selectable<MembersTable>): Member {
  return {
    id: row.id,
    person: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    name: row.name,
    timeZone: row.time_zone,
    nudgeMinute: row.nudge_minute,
    cadence: row.cadence,
    pausedAt: row.paused_at,
    pausedUntil: row.paused_until,
    isOpenToInvitations: row.open_to_invitations === 1,
    lastWeek: row.last_week,
    nextWeek: row.next_week,
    nextNudgeAt: row.next_nudge_at,
    createdAt: row.created_at,
  };
}
