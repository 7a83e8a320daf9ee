import { type PersonRef, parseOperatorKey, unique } from '../../chat/person.ts';
import type { Hospital } from '../../config/hospital.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { findServed } from '../../people/operator-store.ts';
import { findAllAppointed } from '../../people/roles/store.ts';
import type { ReferralContent } from '../referrals/content.ts';
import type { FlowParts } from '../referrals/flow-parts.ts';
import { tellNobodyThere } from '../referrals/messages.ts';
import { openReferrals } from '../referrals/open.ts';
import { isSomeoneThere } from '../referrals/who-looks-after.ts';
import { referredBefore, rememberReferred } from './repeated.ts';
import type { Report } from './rules.ts';

export interface TakingIn extends Omit<FlowParts, 'db' | 'hospital'> {
  readonly db: Database;
  readonly hospital: Pick<Hospital, 'timeZone' | 'language' | 'admins'>;
}

export interface TakenIn {
  /** Of the first request of this id, whatever a repetition says. */
  readonly referred: number;
  /** Nobody runs the program and nobody supports: administrators have been told, where there are any. */
  readonly isForNobody: boolean;
}

/**
 * Opens a referral for each person of a report, once for each id: the same one again changes nothing and hears the same
 * answer, for as long as the inbox remembers it, a week.
 */
export function takeIn(parts: TakingIn, id: string, report: Report): Promise<TakenIn> {
  return transact(parts.db, async (db) => {
    // The same report may come twice at once.
    await takeTurn(db, 'reports');
    const before = await referredBefore(db, parts.seals, id);
    if (before !== null) return { referred: before, isForNobody: false };
    const referred = report.people.length;
    const contents: ReferralContent[] = [];
    for (const person of report.people) contents.push(await contentOf(db, report, person));
    await openReferrals({ ...parts, db }, contents, { soon: report.soon, asker: null, supporter: null });
    await rememberReferred(db, parts, id, referred);
    const isForNobody = !(await isSomeoneThere(db));
    if (isForNobody) await tellAdministrators({ ...parts, db });
    return { referred, isForNobody };
  });
}

async function contentOf(
  db: Executor,
  { kind, people, group }: Report,
  { platformId, ...person }: Report['people'][number],
): Promise<ReferralContent> {
  return {
    ...person,
    person: platformId === null ? null : await findServed(db, platformId),
    kind,
    askedBy: null,
    isForOneself: false,
    wishesOtherUnit: false,
    wishesNight: false,
    wishesGroup: group === true && people.length > 1,
    language: null,
  };
}

/** Those who can appoint a director: administrators made in chat, and those of BUDDY_ADMINS. */
async function tellAdministrators(parts: Omit<TakingIn, 'db'> & { readonly db: Executor }): Promise<void> {
  const { db, hospital } = parts;
  const administrators: PersonRef[] = (await findAllAppointed(db))
    .filter(({ role }) => role === 'administrator')
    .map(({ person }) => person);
  for (const admin of hospital.admins) {
    const key = parseOperatorKey(admin);
    const person = key === null ? null : await findServed(db, key);
    if (person !== null) administrators.push(person);
  }
  for (const person of unique(administrators)) await tellNobodyThere(parts, person);
}
