import SqliteFile from 'better-sqlite3';
import { millisecondsInWeek } from '../../src/calendar/spans.ts';
import { readConfig } from '../../src/config/config.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { startServer } from '../../src/program/server.ts';
import { createLog } from '../../src/system/logger.ts';
import { fill, mondayAt } from './members.ts';

/** The whole server through ten Mondays of 10,000 members, on a clock that jumps from one to the next. */
const members = 10_000;
const config = readConfig({ ...process.env, LOG_LEVEL: 'silent', SLACK_MESSAGES_PER_MINUTE: '1000000000' });
const db = openDatabase(config.databaseUrl);
await migrate(db);
await fill(db, members, members);
await db.destroy();

let shift = mondayAt - 60_000 - Date.now();
const server = await startServer(config, createLog('silent', 2), { now: () => Date.now() + shift });

// Not by the program's own way to the database, whose cache of pages would count as the server's.
const counter = new SqliteFile(sqlitePath(config.databaseUrl), { readonly: true })
  .prepare("select count(*) from outbox where status = 'sent'")
  .pluck();
const sent = (): number => counter.get() as number;

async function rest(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return process.memoryUsage.rss() / 2 ** 20;
}

const before = await rest();
const after: number[] = [];
for (let week = 0; week < 10; week += 1) {
  const already = sent();
  shift = mondayAt + week * millisecondsInWeek - Date.now();
  await server.tick();
  // Old rows go after 30 days, so the tenth Monday has more to count than the first, and no more than five weeks'.
  for (let now = sent(); now < already + members; now = sent()) {
    if (now < already) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  after.push(await rest());
}
console.log(JSON.stringify({ before, after }));
process.exit(0);
