import { type Kysely, sql } from 'kysely';

/**
 * Releases take the place of the weeks' figures, which are carried over and rounded as all releases are. What becomes of pairs
 * is counted from here on. Of the quarter and the half-years in which pairs had begun before, only a part is counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('releases')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addColumn('smallest', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('releases_once', ['kind', 'period'])
    .execute();
  await carryOver(db);
  await db.schema.dropTable('week_figures').execute();
  await db.schema
    .createTable('pair_sums')
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) =>
      column
        .notNull()
        .check(
          sql`event in ('invitation', 'code', 'ended', 'ended-3', 'ended-6', 'ended-12', 'counted-in-part')`,
        ),
    )
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pair_sums_once', ['period', 'event'])
    .execute();
  await markWhatIsCountedInPart(db);
}

interface WeekFigures {
  readonly account:
    | {
        readonly type: 'groups';
        readonly eligible: number;
        readonly shown: readonly { readonly outcome: string; readonly members: number }[];
        readonly together: number;
      }
    | { readonly type: 'nearly-all'; readonly eligible: number; readonly outcome: string }
    | null;
}

async function carryOver(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ week: string; shown: string; smallest: number }>`
    select week, shown, smallest from week_figures`.execute(db);
  for (const { week, shown, smallest } of rows) {
    const figures = JSON.stringify({
      outcomes: rounded(JSON.parse(shown) as WeekFigures, smallest),
      platforms: [],
      checkins: null,
    });
    await sql`insert into releases (kind, period, figures, smallest)
      values ('week', ${week}, ${figures}, ${smallest})`.execute(db);
  }
}

function rounded({ account }: WeekFigures, smallest: number): unknown {
  if (account === null) return null;
  const lowest = Math.ceil(smallest / 5) * 5;
  const round = (count: number): number => Math.max(lowest, Math.round(count / 5) * 5);
  const total = round(account.eligible);
  if (account.type === 'nearly-all') return { type: 'nearly-all', total, name: account.outcome };
  const shown = account.shown.map(({ outcome, members }) => ({ name: outcome, count: round(members) }));
  return { type: 'groups', total, shown, together: round(account.together) };
}

async function markWhatIsCountedInPart(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ started_at: number | string }>`select started_at from pairs`.execute(db);
  if (rows.length === 0) return;
  const now = new Date();
  const periods = new Set([quarterOf(now), halfYearOf(now)]);
  for (const row of rows) periods.add(halfYearOf(new Date(Number(row.started_at))));
  for (const period of periods)
    await sql`insert into pair_sums (period, event, count) values (${period}, 'counted-in-part', 1)`.execute(
      db,
    );
}

function quarterOf(date: Date): string {
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

function halfYearOf(date: Date): string {
  return `${date.getUTCFullYear()}-H${Math.floor(date.getUTCMonth() / 6) + 1}`;
}
