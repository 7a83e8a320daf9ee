import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { addressOf, findWaitingMentioning } from '../../outbox/recipient-store.ts';
import { fingerprint } from '../../system/ids.ts';
import { memberOf } from '../members/store.ts';
import type { Held, HeldInvitation, HeldMessage, HeldOfMember } from './held.ts';
import { findHeldOfMember } from './member-store.ts';

const nothingOfMember: HeldOfMember = {
  buddies: [],
  invitationsSent: [],
  codes: [],
  checkins: [],
  reaches: [],
  mondaysWithout: [],
};

export async function findHeld(db: Executor, person: PersonRef): Promise<Held> {
  const row = await db
    .selectFrom('members')
    .selectAll()
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  return {
    person,
    member: row === undefined ? null : { ...memberOf(row), profileCheckedAt: row.profile_checked_at },
    ...(row === undefined ? nothingOfMember : await findHeldOfMember(db, row.id)),
    invitationsReceived: await invitationsTo(db, person),
    messages: await messagesTo(db, person),
    namedIn: (await findWaitingMentioning(db, person.id)).filter(({ to }) => to.id !== person.id).length,
    address: await addressOf(db, person),
    wrongCodes: await wrongCodesOf(db, person),
  };
}

function invitationsTo(db: Executor, person: PersonRef): Promise<HeldInvitation[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('members as inviter', 'inviter.id', 'invitations.inviter_id')
    .select(['inviter.name', 'status', 'invitations.created_at as sentAt', 'expires_at as waitsUntil'])
    .where('invitee_platform', '=', person.platform)
    .where('invitee_person_id', '=', person.id)
    .orderBy('invitations.created_at')
    .execute();
}

async function messagesTo(db: Executor, person: PersonRef): Promise<HeldMessage[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'status', 'created_at as createdAt', 'settled_at as settledAt'])
    .where('platform', '=', person.platform)
    .where('person_id', '=', person.id)
    .orderBy('created_at')
    .execute();
  return rows.map(({ key, ...message }) => ({ kind: key.slice(0, key.indexOf(':')), ...message }));
}

async function wrongCodesOf(db: Executor, person: PersonRef): Promise<number[]> {
  const rows = await db
    .selectFrom('wrong_codes')
    .select('entered_at')
    .where('person_fingerprint', '=', fingerprint(personKey(person)))
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => row.entered_at);
}

/** The name under which somebody was last invited; null when nobody has. */
export async function findInviteeName(db: Executor, person: PersonRef): Promise<string | null> {
  const row = await db
    .selectFrom('invitations')
    .select('invitee_name')
    .where('invitee_platform', '=', person.platform)
    .where('invitee_person_id', '=', person.id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.invitee_name ?? null;
}

export async function eraseWrongCodes(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('wrong_codes')
    .where('person_fingerprint', '=', fingerprint(personKey(person)))
    .execute();
}
