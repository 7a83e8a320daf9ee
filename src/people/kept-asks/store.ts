import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { fingerprint, newId } from '../../system/ids.ts';
import { type AskKind, askCountsMs } from './rules.ts';

/** Something that was asked of a person, and when. */
export interface Ask {
  readonly of: PersonRef;
  readonly at: number;
}

/** What is kept of an ask, for one account of the one who asked. */
export interface KeptAsk {
  readonly kind: AskKind;
  readonly at: number;
  /** Its fingerprint. */
  readonly account: string;
}

/**
 * Before these accounts lose what they asked: it goes on counting, or to erase oneself would be a way round every limit.
 * It's kept under each account, since someone may come back with any of theirs.
 */
export async function keepAsks(
  db: Executor,
  askers: readonly PersonRef[],
  kind: AskKind,
  asks: readonly Ask[],
): Promise<void> {
  const rows = askers.flatMap((asker) =>
    asks.map(({ of, at }) => ({
      id: newId(),
      asker_fingerprint: fingerprint(personKey(asker)),
      kind,
      both_fingerprint: fingerprintOfBoth(asker, of),
      asked_at: at,
    })),
  );
  if (rows.length > 0) await db.insertInto('kept_asks').values(rows).execute();
}

/** What is kept of one person, oldest first, for each of their accounts. */
export async function findKeptAsks(
  db: Executor,
  accounts: readonly PersonRef[],
): Promise<readonly KeptAsk[]> {
  return keptOf(db, accounts).orderBy('asked_at').execute();
}

/** Asks of one kind since `since`: of one person, by all of their accounts, or where that is null, of anyone. */
export interface WhichAsks {
  readonly kind: AskKind;
  readonly of: readonly PersonRef[] | null;
  readonly since: number;
}

/** How often the person with these accounts had asked before. */
export async function countKeptAsks(
  db: Executor,
  askers: readonly PersonRef[],
  { kind, of, since }: WhichAsks,
): Promise<number> {
  const both = of?.flatMap((asked) => askers.map((asker) => fingerprintOfBoth(asker, asked))) ?? null;
  const kept = await keptOf(db, askers)
    .where('kind', '=', kind)
    .where('asked_at', '>=', since)
    .$if(both !== null, (rows) => rows.where('both_fingerprint', 'in', both ?? []))
    .execute();
  return mostOfAnAccount(kept);
}

/** The same asks stand under each account: the most that one has is how many they are. */
export function mostOfAnAccount(kept: readonly KeptAsk[]): number {
  const byAccount = Map.groupBy(kept, ({ account }) => account);
  return Math.max(0, ...[...byAccount.values()].map(({ length }) => length));
}

/** Asks that no longer count. */
export async function forgetKeptAsks(db: Executor, now: number): Promise<void> {
  for (const kind of ['invitation', 'checkin'] as const)
    await db
      .deleteFrom('kept_asks')
      .where('kind', '=', kind)
      .where('asked_at', '<', now - askCountsMs[kind])
      .execute();
}

function keptOf(db: Executor, accounts: readonly PersonRef[]) {
  return db
    .selectFrom('kept_asks')
    .select(['kind', 'asked_at as at', 'asker_fingerprint as account'])
    .where(
      'asker_fingerprint',
      'in',
      accounts.map((account) => fingerprint(personKey(account))),
    );
}

/** Leads to neither of the two for who doesn't know both. */
function fingerprintOfBoth(asker: PersonRef, asked: PersonRef): string {
  return fingerprint(`${personKey(asker)} ${personKey(asked)}`);
}
