import { type PersonRef, personKey } from '../../chat/person.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { readSettings } from '../program/support-settings-store.ts';
import type { Supporter } from '../supporters/store.ts';
import { type ReferralContent, seal } from './content.ts';
import { offerTo, passOn, putAtDesk } from './flow.ts';
import type { FlowParts } from './flow-parts.ts';
import { answerBy, isReached } from './rules.ts';
import { addReferral, findAbout, type Referral } from './store.ts';
import { firstInLine, tellInLine } from './who-looks-after.ts';

export interface Asked {
  readonly soon: Referral['soon'];
  /** Who asked, so that they're not suggested as the supporter; null for another program. */
  readonly asker: PersonRef | null;
  /** Who the colleague chose for themself; null: anyone who fits. */
  readonly supporter: Supporter | null;
}

/**
 * Opens one referral for each colleague, and tells those who look after them: once, however many there are. Someone who
 * has one waiting already isn't asked for twice. In a transaction.
 */
export async function openReferrals(
  parts: FlowParts,
  contents: readonly ReferralContent[],
  asked: Asked,
): Promise<void> {
  await takeTurnToAsk(parts.db);
  const atDesk: { readonly referral: Referral; readonly content: ReferralContent }[] = [];
  for (const content of contents) {
    if (await waitsAlready(parts, content)) continue;
    const referral = await add(parts, content, asked);
    if (asked.supporter !== null) await offerTo(parts, referral, asked.supporter);
    else if ((await firstInLine(parts.db, content)) === null) await passOn(parts, referral, content);
    else {
      await putAtDesk(parts, referral, content);
      atDesk.push({ referral, content });
    }
  }
  await tellEach(parts, atDesk);
}

/** Those about someone who has a role go to others than the rest: each group hears of its own. */
async function tellEach(
  parts: FlowParts,
  atDesk: readonly { readonly referral: Referral; readonly content: ReferralContent }[],
): Promise<void> {
  const groups = new Map<string, { referrals: Referral[]; content: ReferralContent }>();
  for (const { referral, content } of atDesk) {
    const level = (await firstInLine(parts.db, content)) ?? '';
    const group = groups.get(level) ?? { referrals: [], content };
    group.referrals.push(referral);
    groups.set(level, group);
  }
  for (const { referrals, content } of groups.values()) await tellInLine(parts, referrals, content);
}

/** One after the other: the same colleague may be asked for by two at once, and the same supporter chosen by two. */
export async function takeTurnToAsk(db: Executor): Promise<void> {
  await takeTurn(db, 'referrals');
  await takeTurn(db, 'offers');
}

async function waitsAlready({ db, seals }: FlowParts, { person }: ReferralContent): Promise<boolean> {
  if (person === null) return false;
  const fingerprints: string[] = [];
  for (const account of await accountsOf(db, person))
    fingerprints.push(...(await seals.fingerprints(personKey(account))));
  return (await findAbout(db, fingerprints)).some(({ state }) => !isReached(state));
}

async function add(parts: FlowParts, content: ReferralContent, { soon, asker, supporter }: Asked) {
  const { db, now, seals } = parts;
  const { answerHours } = await readSettings(db);
  const { keyId, sealed } = await seal(seals, content, now);
  const keyed = (person: PersonRef | null) =>
    person === null ? null : seals.fingerprint(personKey(person), keyId);
  return addReferral(db, {
    keyId,
    sealed,
    colleagueFingerprint: await keyed(content.person),
    askerFingerprint: await keyed(asker),
    state: 'waiting',
    soon,
    isHidden: supporter !== null,
    waitsFor: (await firstInLine(db, content)) ?? 'program-administrator',
    waitsSince: now,
    deadlineAt: answerBy(now, answerHours),
    openedAt: now,
    reachedAt: null,
  });
}
