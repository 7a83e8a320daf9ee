import { isSamePerson, type PersonRef, personKey } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { addressOf, findWaitingMentioning } from '../../outbox/recipient-store.ts';
import { findContact } from '../../people/contacts/store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { memberOf } from '../../people/members/store.ts';
import { fingerprint } from '../../system/ids.ts';
import { findLinked } from '../accounts/store.ts';
import { findAskRefusals } from '../invitations/refusal-store.ts';
import { inviteeColumns } from '../invitations/store.ts';
import type { Held, HeldAccount, HeldInvitation, HeldMessage, HeldOfMember } from './held.ts';
import { findHeldOfMember } from './member-store.ts';

const nothingOfMember: HeldOfMember = {
  buddies: [],
  invitationsSent: [],
  codes: [],
  linkCodes: [],
  checkins: [],
  reaches: [],
  mondaysWithout: [],
};

export async function findHeld(db: Executor, person: PersonRef): Promise<Held> {
  const accounts = await accountsOf(db, person);
  const [main = person] = accounts;
  const row = await db
    .selectFrom('members')
    .selectAll()
    .where((row) => row.and(personColumns(main)))
    .executeTakeFirst();
  return {
    person: main,
    member: row === undefined ? null : { ...memberOf(row), profileCheckedAt: row.profile_checked_at },
    linked: row === undefined ? null : await linkedOf(db, row.id),
    ...(row === undefined ? nothingOfMember : await findHeldOfMember(db, row.id)),
    invitationsReceived: await ofEach(accounts, (account) => invitationsTo(db, account)),
    askRefusals: await findAskRefusals(db, accounts),
    messages: await ofEach(accounts, (account) => messagesTo(db, account)),
    namedIn: (await ofEach(accounts, (account) => namedIn(db, account, accounts))).length,
    contact: await findContact(db, main),
    address: await addressOf(db, main),
    wrongCodes: await ofEach(accounts, (account) => wrongCodesOf(db, account)),
  };
}

async function ofEach<Entry>(
  accounts: readonly PersonRef[],
  find: (account: PersonRef) => Promise<readonly Entry[]>,
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const account of accounts) found.push(...(await find(account)));
  return found;
}

async function linkedOf(db: Executor, memberId: string): Promise<HeldAccount | null> {
  const linked = await findLinked(db, memberId);
  if (linked === null) return null;
  const { person } = linked;
  return { ...linked, contact: await findContact(db, person), address: await addressOf(db, person) };
}

/** Messages to others; what names somebody to themselves is theirs already. */
async function namedIn(
  db: Executor,
  account: PersonRef,
  own: readonly PersonRef[],
): Promise<readonly { readonly to: PersonRef }[]> {
  const naming = await findWaitingMentioning(db, account);
  return naming.filter(({ to }) => own.every((mine) => !isSamePerson(mine, to)));
}

function invitationsTo(db: Executor, person: PersonRef): Promise<HeldInvitation[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('members as inviter', 'inviter.id', 'invitations.inviter_id')
    .select(['inviter.name', 'status', 'invitations.created_at as sentAt', 'expires_at as waitsUntil'])
    .where((row) => row.and(inviteeColumns(person)))
    .orderBy('invitations.created_at')
    .execute();
}

async function messagesTo(db: Executor, person: PersonRef): Promise<HeldMessage[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'status', 'created_at as createdAt', 'settled_at as settledAt'])
    .where((row) => row.and(personColumns(person)))
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
    .where((row) => row.and(inviteeColumns(person)))
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
