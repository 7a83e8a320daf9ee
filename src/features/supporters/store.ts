import type { Selectable, Updateable } from 'kysely';
import type { Mention } from '../../chat/card.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import { usualMost } from './rules.ts';
import type { SupportersTable } from './table.ts';

/** A colleague who supports others, or has been asked to. */
export interface Supporter extends Mention {
  readonly id: string;
  /** In which they read, as the platform tells it. */
  readonly language: SupportersTable['language'];
  readonly state: SupportersTable['state'];
  /** Ids of `prompts/support`. */
  readonly profession: string | null;
  readonly specialty: string | null;
  readonly rank: string | null;
  readonly unit: string | null;
  readonly kinds: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly string[];
  readonly onCall: readonly string[];
  /** What of the card everyone may see. */
  readonly shown: readonly string[];
  readonly contact: string | null;
  readonly mostOffers: number;
  /** Calendar days in the hospital's zone, both included. */
  readonly awayFrom: string | null;
  readonly awayUntil: string | null;
  readonly trainedOn: string | null;
  readonly ownSupporterId: string | null;
  /** How often they were asked in `offersYear`. */
  readonly offersYear: number;
  readonly offersCount: number;
  /** When they were asked; from their yes on, when they said it. */
  readonly createdAt: number;
}

/** Everyone, by name. */
export async function findSupporters(db: Executor): Promise<readonly Supporter[]> {
  const rows = await db.selectFrom('supporters').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(supporterOf);
}

/** Everyone who has said yes, by name. */
export async function findActive(db: Executor): Promise<readonly Supporter[]> {
  return (await findSupporters(db)).filter(({ state }) => state === 'active');
}

export async function findSupporter(db: Executor, id: string): Promise<Supporter | null> {
  const row = await db.selectFrom('supporters').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : supporterOf(row);
}

/** Who of these accounts is one; all of them are one person's. */
export async function findSupporterOf(
  db: Executor,
  accounts: readonly PersonRef[],
): Promise<Supporter | null> {
  const row = await db
    .selectFrom('supporters')
    .selectAll()
    .where((one) => one.or(accounts.map((account) => one.and(personColumns(account)))))
    .executeTakeFirst();
  return row === undefined ? null : supporterOf(row);
}

/** Null when they've been asked before. */
export async function addSupporter(
  db: Executor,
  { person, name, language = null }: Mention & { readonly language?: Supporter['language'] },
  now: number,
): Promise<Supporter | null> {
  const row: SupportersTable = {
    id: newId(),
    ...personColumns(person),
    name,
    language,
    state: 'invited',
    ...{ profession: null, specialty: null, rank: null, unit: null },
    ...{ kinds: '', languages: '', hours: '', on_call: '', shown: '' },
    contact: null,
    most_offers: usualMost,
    ...{ away_from: null, away_until: null, trained_on: null, own_supporter_id: null },
    ...{ offers_year: 0, offers_count: 0 },
    profile_checked_at: now,
    created_at: now,
  };
  const inserted = await db
    .insertInto('supporters')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person_id']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n ? supporterOf(row) : null;
}

export async function saveSupporter(
  db: Executor,
  id: string,
  changed: Partial<Omit<Supporter, 'id' | 'person'>>,
): Promise<void> {
  await db.updateTable('supporters').set(columnsOf(changed)).where('id', '=', id).execute();
}

/** Who hasn't answered since before `instant` isn't waited for. */
export async function forgetInvitedBefore(db: Executor, instant: number): Promise<void> {
  await db
    .deleteFrom('supporters')
    .where('state', '=', 'invited')
    .where('created_at', '<', instant)
    .execute();
}

/** How often someone was asked counts for the year alone. */
export async function forgetCountsBefore(db: Executor, year: number): Promise<void> {
  await db
    .updateTable('supporters')
    .set({ offers_year: 0, offers_count: 0 })
    .where('offers_year', '<', year)
    .where('offers_year', '>', 0)
    .execute();
}

/** Their offers go along. */
export async function deleteSupporter(db: Executor, id: string): Promise<void> {
  await db
    .updateTable('supporters')
    .set({ own_supporter_id: null })
    .where('own_supporter_id', '=', id)
    .execute();
  await db.deleteFrom('supporters').where('id', '=', id).execute();
}

function columnsOf(changed: Partial<Omit<Supporter, 'id' | 'person'>>): Updateable<SupportersTable> {
  return {
    name: changed.name,
    language: changed.language,
    state: changed.state,
    profession: changed.profession,
    specialty: changed.specialty,
    rank: changed.rank,
    unit: changed.unit,
    kinds: changed.kinds?.join(','),
    languages: changed.languages?.join(','),
    hours: changed.hours?.join(','),
    on_call: changed.onCall?.join(','),
    shown: changed.shown?.join(','),
    contact: changed.contact,
    most_offers: changed.mostOffers,
    away_from: changed.awayFrom,
    away_until: changed.awayUntil,
    trained_on: changed.trainedOn,
    own_supporter_id: changed.ownSupporterId,
    offers_year: changed.offersYear,
    offers_count: changed.offersCount,
    created_at: changed.createdAt,
  };
}

function supporterOf(row: Selectable<SupportersTable>): Supporter {
  return {
    id: row.id,
    person: { platform: row.platform, workspace: row.workspace, id: row.person_id },
    name: row.name,
    language: row.language,
    state: row.state,
    profession: row.profession,
    specialty: row.specialty,
    rank: row.rank,
    unit: row.unit,
    kinds: listed(row.kinds),
    languages: listed(row.languages),
    hours: listed(row.hours),
    onCall: listed(row.on_call),
    shown: listed(row.shown),
    contact: row.contact,
    mostOffers: row.most_offers,
    awayFrom: row.away_from,
    awayUntil: row.away_until,
    trainedOn: row.trained_on,
    ownSupporterId: row.own_supporter_id,
    offersYear: row.offers_year,
    offersCount: row.offers_count,
    createdAt: row.created_at,
  };
}

function listed(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(',');
}
