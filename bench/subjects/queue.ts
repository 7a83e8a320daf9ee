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
 * The outbox as a queue: JOBS messages with CARD wait in DATABASE, for people in WORKSPACES workspaces, and go through the
 * dispatcher to a platform that answers at once. Prints how many a second were claimed and recorded; a tenth as many warm up.
 */
const count = Number(process.env.JOBS);
const workspaces = Number(process.env.WORKSPACES);
const card = JSON.parse(process.env.CARD ?? '{}') as Card;
const db = openDatabase(process.env.DATABASE ?? '');
await migrate(db);
const platform = {
  trouble: () => null,
  deliver: async () => ({ ok: true, ref: '1', address: 'D0' }) as const,
};
const dispatcher = createDispatcher({
  db,
  adapters: new Map([['slack', platform]]),
  clock: systemClock,
  log: createLog('silent', 2),
  metrics: uncounted,
  owner: 'bench',
  allowance: () => unpaced,
});

const speed = await timeDrain({ db, dispatcher, card, count, workspaces });
console.log(JSON.stringify(speed));
process.exit(0);
