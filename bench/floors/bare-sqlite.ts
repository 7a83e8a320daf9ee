import Sqlite from 'better-sqlite3';
import { millisecondsInWeek } from '../../src/calendar/spans.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { sampleCard } from '../sample-card.ts';
import { fill, mondayAt } from '../subjects/members.ts';

/**
 * What SQLite alone needs for a Monday: the reads, rows and moves of DUE of MEMBERS members in the same batches, with the same
 * indexes and the same care for the disk, by prepared statements, and nothing decided.
 */
const [members, due] = [Number(process.env.MEMBERS), Number(process.env.DUE)];
const batch = 512;
const url = process.env.DATABASE ?? '';
const db = openDatabase(url);
await migrate(db);
await fill(db, members, due);
await db.destroy();

const file = new Sqlite(sqlitePath(url));
for (const setting of ['synchronous = FULL', 'secure_delete = ON', 'foreign_keys = ON']) file.pragma(setting);
file.pragma('cache_size = -65536');
file.pragma('wal_autocheckpoint = 4096');
const find = file.prepare('select * from members where next_nudge_at <= ? order by next_nudge_at limit ?');
const pairsOf = (side: 'first' | 'second') =>
  file.prepare(
    `select * from pairs where ended_at is null and ${side}_member_id in (select value from json_each(?))`,
  );
const pairs = [pairsOf('first'), pairsOf('second')];
const add = file.prepare(
  `insert into outbox (key, platform, workspace, person_id, lane, batch, card, version, status, attempts, due_at, useful_until, created_at)
   values (?, ?, ?, ?, 'post', 'nudge:2026-W49', ?, 1, 'waiting', 0, ?, ?, ?) on conflict do nothing`,
);
const move = file.prepare(
  `update members set last_week = '2026-W49', next_week = '2026-W50', next_nudge_at = ?
   where id in (select value from json_each(?))`,
);
const card = JSON.stringify(sampleCard());
const inAWeek = mondayAt + millisecondsInWeek;

interface Row {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly person_id: string;
}

const planBatch = file.transaction((): number => {
  const rows = find.all(mondayAt, batch) as Row[];
  const ids = JSON.stringify(rows.map((row) => row.id));
  for (const statement of pairs) statement.all(ids);
  for (const { id, platform, workspace, person_id } of rows)
    add.run(`nudge:${id}:2026-W49`, platform, workspace, person_id, card, mondayAt, inAWeek, mondayAt);
  move.run(inAWeek, ids);
  return rows.length;
});

const startedAt = performance.now();
let planned = 0;
for (let rows = planBatch(); rows > 0; rows = planBatch()) planned += rows;
const ms = performance.now() - startedAt;
if (planned !== due) throw new Error(`${planned} of ${due} were planned`);
console.log(JSON.stringify({ ms, perSecond: (due * 1000) / ms }));
process.exit(0);
