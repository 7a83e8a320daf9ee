import { candidateOf } from '../matching/candidate.ts';
import { matched } from '../matching/rules.ts';
import { findSupporters, type Supporter } from '../supporters/store.ts';
import type { FlowParts } from './flow-parts.ts';
import { countOpenOffers } from './offer-store.ts';

/**
 * Who can be asked by name now, by name: trained, not away, and under what they said yes to for this year. A colleague's
 * choice is no reason to ask more of someone than that.
 */
export async function findAskable({
  db,
  now,
  hospital,
}: Pick<FlowParts, 'db' | 'now' | 'hospital'>): Promise<readonly Supporter[]> {
  const supporters = (await findSupporters(db)).filter(({ state }) => state === 'active');
  const open = await countOpenOffers(db);
  const { fitting } = matched({
    wishes: noWishes,
    candidates: supporters.map((supporter) =>
      candidateOf(supporter, {
        openOffers: open.get(supporter.id) ?? 0,
        timeZone: hospital.timeZone,
        now,
        drawnFor: '',
      }),
    ),
    excluded: new Set(),
    served: null,
    ranks: [],
    now,
  });
  const ids = new Set(fitting.map(({ id }) => id));
  return supporters.filter(({ id }) => ids.has(id));
}

const noWishes = {
  kind: 'event-other',
  ...{ profession: null, specialty: null, rank: null, unit: null, language: null },
  ...{ otherUnit: false, night: false },
} as const;
