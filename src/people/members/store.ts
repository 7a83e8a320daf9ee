import type { Selectable, Updateable } from 'kysely';
import type { Mention } from '../../chat/card.ts';
import type { Language } from '../../chat/language.ts';
import type { PersonRef, Profile } from '../../chat/person.ts';
import type { Hours } from '../../chat/reader.ts';
import type { Hospital } from '../../config/hospital.ts';
import { locksRows } from '../../db/locks.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import { findChosenLanguage, forgetChosenLanguage } from '../chosen-languages/store.ts';
import { nameLetters } from '../contacts/rules.ts';
import { newRhythm, type Rhythm } from './rules.ts';
import type { MembersTable } from './table.ts';

/** Someone who takes part. */
export interface Member {
  readonly id: string;
  /** The account to which messages go. */
  readonly person: PersonRef;
  readonly name: string;
  readonly timeZone: string;
  /** As the platform tells it, else the hospital's. */
  readonly language: Language;
  /** What they'd rather read; null for the platform's. */
  readonly chosenLanguage: Language | null;
  /** Of the clock that they read. */
  readonly hours: Hours;
  /** Null for someone that no Monday is about: they've had no buddy yet. */
  readonly rhythm: Rhythm | null;
  readonly isOpenToInvitations: boolean;
  /** Whether they want what some Mondays have for those with more time. */
  readonly wantsDeeper: boolean;
  readonly createdAt: number;
}

export type MemberWithRhythm = Member & { readonly rhythm: Rhythm };

export function hasRhythm(member: Member): member is MemberWithRhythm {
  return member.rhythm !== null;
}

/** The member whose account this is: the one to which messages go, or the one linked with it. */
export async function findMember(db: Executor, person: PersonRef): Promise<Member | null> {
  const { rows } = await memberRow(db, person);
  return rows[0] === undefined ? null : memberOf(rows[0]);
}

const memberRow = prepared((db, person: PersonRef) =>
  db
    .selectFrom('members')
    .selectAll()
    .where((member) =>
      member.or([
        member.and(personColumns(person)),
        member(
          'id',
          '=',
          member
            .selectFrom('linked_accounts')
            .select('member_id')
            .where((account) => account.and(personColumns(person))),
        ),
      ]),
    ),
);

/**
 * The member as they stand, and as they stay until this transaction is over: anyone else would decide something by
 * their pairs, invitations or codes waits. Null when they are no member, or have just gone. On SQLite every transaction
 * has everyone to itself.
 */
export async function lockMember(db: Executor, id: string): Promise<Member | null> {
  await lockMembers(db, [id]);
  const [member] = await findMembers(db, [id]);
  return member ?? null;
}

/** The same for several, in one order for all, so that two who want the same do not wait for each other. */
export async function lockMembers(db: Executor, ids: readonly string[]): Promise<void> {
  if (!locksRows(db) || ids.length === 0) return;
  await db.selectFrom('members').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

export async function findMembers(db: Executor, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('members').selectAll().where('id', 'in', ids).execute();
  return rows.map(memberOf);
}

/**
 * The member, who becomes one here if they are not yet. Call it only where the person has just said yes to something.
 * `profile` is what the platform told; it may be null for someone who is a member already.
 */
export async function enrol(
  db: Executor,
  person: PersonRef,
  profile: Profile | null,
  hospital: Hospital,
  now: number,
): Promise<Member> {
  const known = await findMember(db, person);
  if (known !== null) return known;
  if (profile === null) throw new Error('A new member needs a profile.');
  const timeZone = profile.timeZone ?? hospital.timeZone;
  const chosen = await findChosenLanguage(db, person);
  await db
    .insertInto('members')
    .values({
      id: newId(),
      ...personColumns(person),
      name: profile.name,
      name_letters: nameLetters(profile.name),
      time_zone: timeZone,
      language: profile.language ?? hospital.language,
      chosen_language: chosen?.language ?? null,
      hours: 12,
      open_to_invitations: 0,
      deeper: 1,
      ...rhythmColumns(newRhythm(hospital.nudgeMinute, timeZone, now)),
      offered_step_at: null,
      profile_checked_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id']).doNothing())
    .execute();
  // From now on it's theirs as a member.
  if (chosen !== null) await forgetChosenLanguage(db, person);
  const enrolled = await findMember(db, person);
  if (enrolled === null) throw new Error('A member just written could not be read.');
  return enrolled;
}

/** Takes everything along that hangs on the member: pairs, invitations, acknowledgements, accounts. */
export async function deleteMember(db: Executor, memberId: string): Promise<void> {
  await db.deleteFrom('members').where('id', '=', memberId).execute();
}

export function mentionOf(member: Pick<Member, 'person' | 'name'>): Mention {
  return { person: member.person, name: member.name };
}

/** For the other stores of this room. */
export function updateMember(
  db: Executor,
  memberId: string,
  columns: Updateable<MembersTable>,
): Promise<unknown> {
  return db.updateTable('members').set(columns).where('id', '=', memberId).execute();
}

export function rhythmColumns(rhythm: Rhythm) {
  return {
    nudge_minute: rhythm.nudgeMinute,
    cadence: rhythm.cadence,
    paused_at: rhythm.pausedAt,
    paused_until: rhythm.pausedUntil,
    last_week: rhythm.lastWeek,
    next_week: rhythm.nextWeek,
    next_nudge_at: rhythm.nextNudgeAt,
  };
}

/** A row as the rest of the house reads it. */
export function memberOf(row: Selectable<MembersTable>): Member {
  return {
    id: row.id,
    person: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    name: row.name,
    timeZone: row.time_zone,
    language: row.language,
    chosenLanguage: row.chosen_language,
    hours: row.hours,
    rhythm: rhythmOf(row),
    isOpenToInvitations: row.open_to_invitations === 1,
    wantsDeeper: row.deeper === 1,
    createdAt: row.created_at,
  };
}

/** Its columns are all there, or none is: a CHECK sees to it. */
function rhythmOf(row: Selectable<MembersTable>): Rhythm | null {
  const { nudge_minute: nudgeMinute, cadence, next_week: nextWeek, next_nudge_at: nextNudgeAt } = row;
  if (nudgeMinute === null || cadence === null || nextWeek === null || nextNudgeAt === null) return null;
  return {
    nudgeMinute,
    cadence,
    nextWeek,
    nextNudgeAt,
    lastWeek: row.last_week,
    pausedAt: row.paused_at,
    pausedUntil: row.paused_until,
  };
}
