import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config/config.ts';
import { startServer } from '../../src/program/server.ts';
import { createLog } from '../../src/system/logger.ts';
import { environmentOf, fillMonday, letGo, press } from '../monday.ts';
import { startMondaySlack } from '../monday-slack.ts';
import { mondayAt } from './members.ts';

/**
 * Which files of src/ and adapters/ have a function that runs, by V8's own count of calls: from a press of "We checked in"
 * to both changed cards, and from the tick that finds a member due to the nudge in their chat. Each is done once before, so
 * that what happens only the first time isn't counted. Prints both lists.
 */
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'buddy-bench-'));
const slack = await startMondaySlack();
await fillMonday(slack, folder, { pairs: 3, others: 2 });
const shift = mondayAt - Date.now();
const config = readConfig(environmentOf(slack, folder));
const server = await startServer(config, createLog('silent', 2), { now: () => Date.now() + shift });

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

/** The files with a function that was called meanwhile. */
async function filesOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.startsWith('file:'))
    .filter(({ functions }) => functions.some(({ ranges }) => (ranges[0]?.count ?? 0) > 0))
    .map(({ url }) => relative(root, fileURLToPath(url)))
    .filter((file) => /^(?:src|adapters)\//.test(file))
    .sort();
}

await press(server.port, slack, 0);
const pressed = await filesOf(() => press(server.port, slack, 1));

// What is done less often than at each tick is done now.
await server.tick();
letGo(folder);
const nudged = await filesOf(async () => {
  const arrived = slack.once('posted D6');
  await server.tick();
  await arrived;
});
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify({ pressed, nudged }));
process.exit(0);
