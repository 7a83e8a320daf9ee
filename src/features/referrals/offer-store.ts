import type { Selectable } from 'kysely';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import type { OffersTable } from './table.ts';

/** One supporter was asked about one referral. */
export interface Offer {
  readonly id: string;
  readonly referralId: string;
  readonly supporterId: string;
  readonly state: OffersTable['state'];
  readonly offeredAt: number;
  readonly answeredAt: number | null;
}

export async function addOffer(
  db: Executor,
  referralId: string,
  supporterId: string,
  now: number,
): Promise<Offer> {
  const row: OffersTable = {
    id: newId(),
    referral_id: referralId,
    supporter_id: supporterId,
    state: 'waiting',
    offered_at: now,
    answered_at: null,
  };
  await db.insertInto('offers').values(row).execute();
  return offerOf(row);
}

export async function findOffer(db: Executor, id: string): Promise<Offer | null> {
  const row = await db.selectFrom('offers').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : offerOf(row);
}

/** In the order in which they were made. */
export async function findOffersOf(db: Executor, referralId: string): Promise<readonly Offer[]> {
  const rows = await db
    .selectFrom('offers')
    .selectAll()
    .where('referral_id', '=', referralId)
    .orderBy('offered_at')
    .orderBy('id')
    .execute();
  return rows.map(offerOf);
}

/** Those of a supporter that are theirs to look after. */
export async function findOffersTo(db: Executor, supporterId: string): Promise<readonly Offer[]> {
  const rows = await db
    .selectFrom('offers')
    .selectAll()
    .where('supporter_id', '=', supporterId)
    .where('state', 'not in', ['cannot', 'lapsed'])
    .orderBy('offered_at')
    .execute();
  return rows.map(offerOf);
}

/** The ids of those that are someone's to look after. */
export async function findOpenOffers(db: Executor): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('offers')
    .select('id')
    .where('state', 'not in', ['cannot', 'lapsed'])
    .execute();
  return rows.map(({ id }) => id);
}

/** How many open ones each supporter looks after, by supporter. */
export async function countOpenOffers(db: Executor): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('offers')
    .select(['supporter_id', (select) => select.fn.countAll<number>().as('open')])
    .where('state', 'not in', ['cannot', 'lapsed'])
    .groupBy('supporter_id')
    .execute();
  return new Map(rows.map(({ supporter_id, open }) => [supporter_id, Number(open)]));
}

export async function saveOffer(
  db: Executor,
  id: string,
  state: OffersTable['state'],
  now: number,
): Promise<void> {
  await db.updateTable('offers').set({ state, answered_at: now }).where('id', '=', id).execute();
}

function offerOf(row: Selectable<OffersTable>): Offer {
  return {
    id: row.id,
    referralId: row.referral_id,
    supporterId: row.supporter_id,
    state: row.state,
    offeredAt: row.offered_at,
    answeredAt: row.answered_at,
  };
}
