import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { systemClock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { timeDrain } from './time-drain.ts';

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
  refused() {},
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

const speed = await timeDrain({ db, dispatcher, card, count, workspaces: 1 });
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(speed));
process.exit(0);
