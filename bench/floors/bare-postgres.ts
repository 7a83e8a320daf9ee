import { Pool } from 'pg';
import { millisecondsInWeek } from '../../src/calendar/spans.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { sampleCard } from '../sample-card.ts';
import { fill, mondayAt } from '../subjects/members.ts';

/**
 * What PostgreSQL alone needs for a Monday: the reads, rows and moves of DUE of MEMBERS members in the same batches, on one
 * connection, with lists of plain `pg`, and nothing decided.
 */
const [members, due] = [Number(process.env.MEMBERS), Number(process.env.DUE)];
const batch = 512;
const url = process.env.DATABASE ?? '';
const db = openDatabase(url);
await migrate(db);
await fill(db, members, due);
await db.destroy();

const client = await new Pool({ connectionString: url, max: 1 }).connect();
await client.query('analyze');
const card = JSON.stringify(sampleCard());
const inAWeek = mondayAt + millisecondsInWeek;

interface Row {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly person_id: string;
}

async function planBatch(): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<Row>(
    'select * from members where next_nudge_at <= $1 order by next_nudge_at limit $2 for update skip locked',
    [mondayAt, batch],
  );
  const ids = rows.map((row) => row.id);
  for (const side of ['first', 'second'])
    await client.query(`select * from pairs where ended_at is null and ${side}_member_id = any($1::text[])`, [
      ids,
    ]);
  await client.query(
    `insert into outbox (key, platform, workspace, person_id, lane, batch, card, version, status, attempts, due_at, useful_until, created_at)
     select key, platform, workspace, person_id, 'post', 'nudge:2026-W49', card, 1, 'waiting', 0, $6::bigint, $7::bigint, $6::bigint
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as row (key, platform, workspace, person_id, card)
     on conflict do nothing`,
    [
      ids.map((id) => `nudge:${id}:2026-W49`),
      rows.map((row) => row.platform),
      rows.map((row) => row.workspace),
      rows.map((row) => row.person_id),
      rows.map(() => card),
      mondayAt,
      inAWeek,
    ],
  );
  await client.query(
    `update members set last_week = '2026-W49', next_week = '2026-W50', next_nudge_at = $1 where id = any($2::text[])`,
    [inAWeek, ids],
  );
  await client.query('commit');
  return rows.length;
}

const startedAt = performance.now();
let planned = 0;
for (let rows = await planBatch(); rows > 0; rows = await planBatch()) planned += rows;
const ms = performance.now() - startedAt;
if (planned !== due) throw new Error(`${planned} of ${due} were planned`);
console.log(JSON.stringify({ ms, perSecond: (due * 1000) / ms }));
process.exit(0);
