import type { Turn } from '../../bot/turn.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import type { Telling } from '../../people/find-reader.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { type Appointed, findAllAppointed } from '../../people/roles/store.ts';
import { findSupporters } from '../supporters/store.ts';
import { type ReferralContent, unseal } from './content.ts';
import { tellDesk, tellOverdue } from './messages.ts';
import { type Level, levels, seesWho } from './rules.ts';
import { findOpen, type Referral } from './store.ts';

/** Those of a level who may hear of it: never who it's about, whatever role they have. */
export async function inLine(
  db: Executor,
  level: Level,
  content: ReferralContent | null,
): Promise<readonly Appointed[]> {
  const about = content?.person == null ? [] : await accountsOf(db, content.person);
  const appointed = (await findAllAppointed(db)).filter(({ role }) => role === level);
  const others = [];
  for (const one of appointed) if (!(await isOneOf(db, one.person, about))) others.push(one);
  return others;
}

/** The first level in which someone may see it; null where nobody may. */
export async function firstInLine(db: Executor, content: ReferralContent): Promise<Level | null> {
  for (const level of levels.filter(seesWho)) if ((await inLine(db, level, content)).length > 0) return level;
  return null;
}

/** Whether a person with these accounts may open it at the desk. */
export async function maySee(
  db: Executor,
  accounts: readonly PersonRef[],
  { person }: ReferralContent,
): Promise<boolean> {
  return person === null || !(await isOneOf(db, person, accounts));
}

async function isOneOf(db: Executor, person: PersonRef, accounts: readonly PersonRef[]): Promise<boolean> {
  if (accounts.length === 0) return false;
  const theirs = await accountsOf(db, person);
  return theirs.some((one) => accounts.some((account) => isSamePerson(one, account)));
}

/** Everyone who's first in line hears how many wait for them now. */
export async function tellInLine(
  parts: Telling & Pick<Turn, 'seals'>,
  referrals: readonly Referral[],
  content: ReferralContent,
): Promise<void> {
  if (referrals.length === 0) return;
  const { db, now, seals } = parts;
  const level = await firstInLine(db, content);
  if (level === null) {
    for (const one of await inLine(db, 'program-administrator', content))
      await tellOverdue(parts, one, { since: now, sees: false });
    return;
  }
  for (const one of await inLine(db, level, content))
    await tellDesk(parts, one, await countWaiting({ db, seals }, one.person));
}

/** How many wait at the desk that this person may open. */
export async function countWaiting(
  { db, seals }: Pick<Turn, 'db' | 'seals'>,
  person: PersonRef,
): Promise<number> {
  const accounts = await accountsOf(db, person);
  let waiting = 0;
  for (const referral of await findOpen(db)) {
    if (referral.state !== 'waiting') continue;
    const content = await unseal(seals, referral);
    if (content !== null && (await maySee(db, accounts, content))) waiting += 1;
  }
  return waiting;
}

/** Whether anyone would hear of a referral: someone who runs the program, or a supporter who can be asked. */
export async function isSomeoneThere(db: Executor): Promise<boolean> {
  const appointed = await findAllAppointed(db);
  if (appointed.some(({ role }) => levels.some((level) => level === role))) return true;
  return (await findSupporters(db)).some(({ state, trainedOn }) => state === 'active' && trainedOn !== null);
}
