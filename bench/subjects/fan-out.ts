import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { systemClock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';

/**
 * What a Monday is after planning: MESSAGES nudges wait in a file of their own, and the dispatcher brings them to SLACK
 * through the real adapter. Prints how many a second were claimed, delivered and recorded; the first tenth warms up.
 */
const count = Number(process.env.MESSAGES);
const card = JSON.parse(process.env.BUDDY_CARD ?? '{}') as Card;
const folder = mkdtempSync(join(tmpdir(), 'buddy-bench-'));
const db = openDatabase(`sqlite:${join(folder, 'buddy.db')}`);
await migrate(db);
const log = createLog('silent', 2);
const adapter = createSlackAdapter({
  botToken: 'xoxb-bench',
  signingSecret: null,
  appToken: null,
  apiUrl: `${process.env.SLACK}/api/`,
  takesIn: false,
  now: systemClock.now,
  log,
});
await adapter.start(async () => [], { get() {}, post() {} });
const dispatcher = createDispatcher({
  db,
  adapters: new Map([['slack', adapter]]),
  clock: systemClock,
  log,
  metrics: uncounted,
  owner: 'bench',
  allowance: () => unpaced,
});

async function bring(from: number, until: number): Promise<void> {
  const people = Array.from({ length: until - from }, (_, nth) => ({
    platform: 'slack' as const,
    workspace: 'T0',
    id: `U${from + nth}`,
  }));
  await saveAddresses(
    db,
    people.map((person) => ({ person, address: 'D0' })),
  );
  const messages = people.map((to) => ({
    key: `nudge:${to.id}`,
    to,
    card,
    usefulUntil: Date.now() + 3_600_000,
  }));
  await enqueue(db, messages, Date.now());
}

const warmUp = Math.floor(count / 10);
await bring(0, warmUp);
await dispatcher.drain();
await bring(warmUp, warmUp + count);
const startedAt = Date.now();
dispatcher.wake();
await dispatcher.drain();
const sent = await db.selectFrom('outbox').select('settled_at').where('status', '=', 'sent').execute();
if (sent.length !== warmUp + count) throw new Error(`${sent.length} of ${warmUp + count} were sent`);
// Until the last one was recorded: a drain looks only now and then whether all is done.
const recordedAt = Math.max(...sent.map((row) => row.settled_at ?? 0));
const perSecond = (count * 1000) / (recordedAt - startedAt);
await dispatcher.stop({ graceMs: 0 });
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify({ perSecond }));
process.exit(0);
