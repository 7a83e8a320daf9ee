import { sql } from 'kysely';
import type { Card } from '../../src/chat/card.ts';
import { locksRows } from '../../src/db/locks.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { systemClock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';

/**
 * The outbox alone: MESSAGES messages wait in DATABASE for each of WORKSPACES workspaces, and go at PER_MINUTE to a platform
 * that answers at once and counts. Prints the seconds from the first to the last, and the share of a core.
 */
const [workspaces, messages] = [Number(process.env.WORKSPACES), Number(process.env.MESSAGES)];
const card = JSON.parse(process.env.CARD ?? '{}') as Card;
const db = openDatabase(process.env.DATABASE ?? '');
await migrate(db);
const people = Array.from({ length: workspaces * messages }, (_, nth) => ({
  platform: 'slack' as const,
  workspace: `T${nth % workspaces}`,
  id: `U${nth}`,
}));
const now = Date.now();
for (let from = 0; from < people.length; from += 1_000) {
  const some = people.slice(from, from + 1_000);
  await saveAddresses(
    db,
    some.map((person) => ({ person, address: 'D0' })),
  );
  const waiting = some.map((to) => ({ key: `nudge:${to.id}`, to, card, usefulUntil: now + 86_400_000 }));
  await enqueue(db, waiting, now);
}
// A database that is in use knows how its rows are spread.
if (locksRows(db)) await sql`analyze`.execute(db);

const taken = new Map<string, number>();
let [firstAt, lastAt] = [0, 0];
const platform = {
  trouble: () => null,
  async deliver(_to: unknown, _message: unknown, { key }: { readonly key: string }) {
    lastAt = performance.now();
    if (taken.size === 0) firstAt = lastAt;
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return { ok: true, ref: '1', address: 'D0' } as const;
  },
};
const dispatcher = createDispatcher({
  db,
  adapters: new Map([['slack', platform]]),
  clock: systemClock,
  log: createLog('silent', 2),
  metrics: uncounted,
  owner: 'bench',
  allowance: () => ({ count: Number(process.env.PER_MINUTE), windowMs: 60_000, counts: 'method' }),
});
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
await dispatcher.drain();
const { user, system } = process.cpuUsage(cpuBefore);
const share = (user + system) / 1_000 / (performance.now() - startedAt);
await dispatcher.stop({ graceMs: 5_000 });
if (taken.size !== people.length || [...taken.values()].some((times) => times !== 1))
  throw new Error(`${taken.size} of ${people.length} messages arrived, or one of them twice`);
console.log(JSON.stringify({ seconds: (lastAt - firstAt) / 1_000, share }));
process.exit(0);
