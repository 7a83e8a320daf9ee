import { sql } from 'kysely';
import { loadContent } from '../../src/content/content.ts';
import { locksRows } from '../../src/db/locks.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { fill, mondayAt } from './members.ts';

/** Adds MEMBERS members in pairs to DATABASE, DUE of them due, and plans all who are. Prints how many a second. */
const [members, due] = [Number(process.env.MEMBERS), Number(process.env.DUE)];
const db = openDatabase(process.env.DATABASE ?? '');
await migrate(db);
await fill(db, members, due);
// A database that is in use knows how its rows are spread.
if (locksRows(db)) await sql`analyze`.execute(db);
const content = loadContent('prompts');
const startedAt = performance.now();
const planned = await planDue(db, { at: mondayAt, now: mondayAt, content });
const ms = performance.now() - startedAt;
if (planned !== due) throw new Error(`${planned} of ${due} were planned`);
await db.destroy();
console.log(JSON.stringify({ ms, perSecond: (due * 1000) / ms }));
process.exit(0);
