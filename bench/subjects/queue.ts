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

async function fill(from: number, until: number): Promise<void> {
  const people = Array.from({ length: until - from }, (_, nth) => ({
    platform: 'slack' as const,
    workspace: `T${nth % workspaces}`,
    id: `U${from + nth}`,
  }));
  await saveAddresses(
    db,
    people.map((person) => ({ person, address: 'D0' })),
  );
  const now = Date.now();
  const messages = people.map((to) => ({ key: `nudge:${to.id}`, to, card, usefulUntil: now + 3_600_000 }));
  await enqueue(db, messages, now);
}

const warmUp = Math.floor(count / 10);
await fill(0, warmUp);
await dispatcher.drain();
await fill(warmUp, warmUp + count);
const startedAt = Date.now();
dispatcher.wake();
await dispatcher.drain();
const sent = await db.selectFrom('outbox').select('settled_at').where('status', '=', 'sent').execute();
if (sent.length !== warmUp + count) throw new Error(`${sent.length} of ${warmUp + count} were sent`);
// Until the last one was recorded: a drain looks only now and then whether all is done.
const recordedAt = Math.max(...sent.map((row) => row.settled_at ?? 0));
await dispatcher.stop({ graceMs: 0 });
console.log(JSON.stringify({ perSecond: (count * 1000) / (recordedAt - startedAt) }));
process.exit(0);
