import type { Selectable, Updateable } from 'kysely';
import type { Mention } from '../../chat/card.ts';
import type { PersonRef, Profile } from '../../chat/person.ts';
import type { Hospital } from '../../config/hospital.ts';
import { locksRows } from '../../db/locks.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import { nameLetters } from '../contacts/rules.ts';
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
 * The member as they stand, and as they stay until this transaction is over: whoever else would decide something by
 * their pairs, invitations or codes waits. Null when they are no member, or have just gone. On SQLite every transaction
 * has everybody to itself.
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
 * `profile` is what the platform told; it may be null for somebody who is a member already.
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
  const wishes = { timeZone, nudgeMinute: hospital.nudgeMinute, cadence: 'weekly', lastWeek: null } as const;
  const schedule = scheduleNextMonday(wishes, now);
  await db
    .insertInto('members')
    .values({
      id: newId(),
      ...personColumns(person),
      name: profile.name,
      name_letters: nameLetters(profile.name),
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
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id']).doNothing())
    .execute();
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

export function scheduleColumns(schedule: Schedule): Pick<MembersTable, 'next_week' | 'next_nudge_at'> {
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
