import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import { personKey } from '../../chat/person.ts';
import type { ErasingParts, HeldRoom, Whose } from '../../people/held-room.ts';
import { findSupporterOf } from '../supporters/store.ts';
import { seal, unseal } from './content.ts';
import { closeReferral } from './flow.ts';
import { leaveToOthers } from './leave-to-others.ts';
import { findAbout, findAskedBy, lockReferral, type Referral, saveReferral } from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldReferrals {
  /** Since when an offer of support to them has been open. */
  readonly about: readonly number[];
  /** How many open ones they asked for. */
  readonly asked: number;
}

/** Found by keyed fingerprints alone: nothing here says who it's about without a key that lives elsewhere. */
export const referralsHeld: HeldRoom<HeldReferrals> = {
  tables: [
    {
      table: 'referrals',
      columns: { colleague_fingerprint: 'sealed', asker_fingerprint: 'sealed' },
    },
    { table: 'offers', columns: { supporter_id: 'supporter' } },
  ],
  async find(db, { sealedFingerprints }) {
    const about = await findAbout(db, sealedFingerprints);
    const asked = await findAskedBy(db, sealedFingerprints);
    return { about: about.map(({ openedAt }) => openedAt), asked: asked.length };
  },
  shown(reader, { about, asked }) {
    const words = wordsFor(reader);
    return [
      {
        section: 'support',
        name: 'offersOfSupport',
        value: about.map((since) => ({ openSince: iso(since) })),
        lines: [[words.held.about, about.map((since) => words.heldAbout(sayDate(since, reader)))]],
      },
      {
        section: 'support',
        name: 'openReferralsAskedFor',
        value: asked,
        lines: [],
        // That one is still open is nobody's to know who asked for it.
        isUnsaid: true,
      },
    ];
  },
  async erase(parts, whose) {
    const { db, seals } = parts;
    for (const { id } of await findAbout(db, whose.sealedFingerprints)) {
      const referral = await lockReferral(db, id);
      if (referral !== null) await closeReferral(parts, referral, await unseal(seals, referral), 'ended');
    }
    for (const { id } of await findAskedBy(db, whose.sealedFingerprints)) {
      const referral = await lockReferral(db, id);
      if (referral !== null) await unname(parts, referral);
    }
    await leaveOffers(parts, whose);
  },
  async eraseAccount(db, account) {
    const supporter = await findSupporterOf(db, [account]);
    if (supporter !== null) await leaveToOthers(db, supporter.id, dueAtOnce);
  },
  async forget() {},
};

/** Long past: whatever the clock says, the next tick finds it. */
const dueAtOnce = 0;

/** Who asked is nobody any more, also where they had agreed to be named. */
async function unname({ db, now, seals }: ErasingParts, referral: Referral): Promise<void> {
  const content = await unseal(seals, referral);
  if (content === null || content.askedBy === null)
    return saveReferral(db, referral.id, { askerFingerprint: null });
  const { keyId, sealed } = await seal(seals, { ...content, askedBy: null }, now);
  // Another month's key fingerprints another way: the colleague has to stay found.
  const colleagueFingerprint =
    content.person === null || keyId === referral.keyId
      ? referral.colleagueFingerprint
      : await seals.fingerprint(personKey(content.person), keyId);
  await saveReferral(db, referral.id, { keyId, sealed, colleagueFingerprint, askerFingerprint: null });
}

/** What a supporter who's gone looked after waits for the next tick, which passes it on. */
async function leaveOffers({ db, now }: ErasingParts, { accounts }: Whose): Promise<void> {
  const supporter = await findSupporterOf(db, accounts);
  if (supporter !== null) await leaveToOthers(db, supporter.id, now);
}
