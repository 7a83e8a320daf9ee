import SqliteFile from 'better-sqlite3';
import { millisecondsInDay } from '../../src/calendar/spans.ts';
import { readConfig } from '../../src/config/config.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { startServer } from '../../src/program/server.ts';
import { createLog } from '../../src/system/logger.ts';
import { mondayAt } from './members.ts';

/**
 * The whole server through WEEKS weeks of MEMBERS members, on a clock that jumps from day to day. A third of the pairs check
 * in each week. Prints what the database holds after each quarter and the process after each Monday, in MB, and the seconds of
 * processor time for a week.
 */
const [weeks, members] = [Number(process.env.WEEKS), Number(process.env.MEMBERS)];
const config = readConfig({
  ...process.env,
  LOG_LEVEL: 'silent',
  SLACK_MESSAGES_PER_MINUTE: '1000000000',
});
let shift = mondayAt - 60_000 - Date.now();
const server = await startServer(config, createLog('silent', 2), { now: () => Date.now() + shift });

// Not by the program's own way to the database, whose cache of pages would count as the server's.
const file = new SqliteFile(sqlitePath(config.databaseUrl));
const waiting = file
  .prepare("select count(*) from outbox where status in ('waiting', 'claimed') and due_at <= ?")
  .pluck();
const usedMb = (): number =>
  ((file.pragma('page_count', { simple: true }) as number) *
    (file.pragma('page_size', { simple: true }) as number)) /
  2 ** 20;
const checkIn = file.prepare(
  `insert into acknowledgements (pair_id, member_id, week, acknowledged_at)
   select p.id, p.first_member_id, m.last_week, ? from pairs p join members m on m.id = p.first_member_id
   where p.ended_at is null and m.last_week is not null and (p.rowid + ?) % 3 = 0 on conflict do nothing`,
);
file.pragma('busy_timeout = 10000');

const [quarters, resident]: [number[], number[]] = [[], []];
const cpuBefore = process.cpuUsage();
for (let week = 0; week < weeks; week += 1) {
  for (let day = 0; day < 7; day += 1) {
    const at = mondayAt + (7 * week + day) * millisecondsInDay;
    shift = at - Date.now();
    await server.tick();
    while ((waiting.get(Date.now() + shift) as number) > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (day === 0) {
      resident.push(process.memoryUsage.rss() / 2 ** 20);
      checkIn.run(at, week);
    }
  }
  if (week % 13 === 12) quarters.push(usedMb());
}
const { user, system } = process.cpuUsage(cpuBefore);
const secondsAWeek = (user + system) / 1_000_000 / weeks;
console.log(JSON.stringify({ quarters, resident, secondsAWeek, members }));
process.exit(0);
