import { personKey } from '../../chat/person.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { candidateOf } from '../matching/candidate.ts';
import { byLoad, type Fitting, matched } from '../matching/rules.ts';
import { readSettings } from '../program/support-settings-store.ts';
import { findSupporters, type Supporter } from '../supporters/store.ts';
import type { ReferralContent } from './content.ts';
import type { FlowParts } from './flow-parts.ts';
import { countOpenOffers, findOffersOf } from './offer-store.ts';
import type { Referral } from './store.ts';

export interface Suggested extends Omit<Fitting, 'id'> {
  readonly supporter: Supporter;
}

export interface Suggestions {
  /** The best first. */
  readonly fitting: readonly Suggested[];
  /** Who'd fit but for having had as many this year as they said yes to, those with the fewest first: only a person may ask them, and only when nobody fits. */
  readonly atLimit: readonly Supporter[];
}

/** Neither the colleague, nor who asked for them, nor who has been asked before. */
export async function suggestFor(
  parts: FlowParts,
  referral: Referral,
  wishes: ReferralContent,
): Promise<Suggestions> {
  const { db, now, content, hospital } = parts;
  const supporters = (await findSupporters(db)).filter(({ state }) => state === 'active');
  const open = await countOpenOffers(db);
  const { professions } = await readSettings(db);
  const asked = new Set((await findOffersOf(db, referral.id)).map(({ supporterId }) => supporterId));
  const excluded = new Set([...asked, ...(await findConcerned(parts, supporters, referral))]);
  const candidates = supporters.map((supporter) =>
    candidateOf(supporter, {
      openOffers: open.get(supporter.id) ?? 0,
      timeZone: hospital.timeZone,
      now,
      drawnFor: referral.id,
    }),
  );
  const { fitting, unfit } = matched({
    wishes: {
      kind: wishes.kind,
      profession: wishes.profession,
      specialty: wishes.specialty,
      rank: null,
      unit: wishes.unit,
      otherUnit: wishes.wishesOtherUnit,
      night: wishes.wishesNight,
      language: wishes.language,
    },
    candidates,
    excluded,
    served: professions.length === 0 ? null : new Set(professions),
    ranks: content.support.choices.ranks.map(({ id }) => id),
    now,
  });
  const byId = new Map(supporters.map((supporter) => [supporter.id, supporter]));
  const find = (id: string): Supporter => {
    const supporter = byId.get(id);
    if (supporter === undefined) throw new Error('Someone was suggested who is no candidate.');
    return supporter;
  };
  return {
    fitting: fitting.map(({ id, ...rest }) => ({ supporter: find(id), ...rest })),
    atLimit: candidates
      .filter(({ id }) => unfit.some((one) => one.id === id && one.why === 'at-limit'))
      .sort(byLoad)
      .map(({ id }) => find(id)),
  };
}

/** Those who are the colleague themself, or asked for the support. */
async function findConcerned(
  { db, seals }: FlowParts,
  supporters: readonly Supporter[],
  { keyId, colleagueFingerprint, askerFingerprint }: Referral,
): Promise<readonly string[]> {
  const owners: { readonly id: string; readonly account: string }[] = [];
  for (const { id, person } of supporters)
    for (const account of await accountsOf(db, person)) owners.push({ id, account: personKey(account) });
  const keyed = await seals.fingerprintEach(
    owners.map(({ account }) => account),
    keyId,
  );
  const isConcerned = (one: string | undefined) =>
    one !== undefined && (one === colleagueFingerprint || one === askerFingerprint);
  return owners.filter((_, nth) => isConcerned(keyed[nth])).map(({ id }) => id);
}
