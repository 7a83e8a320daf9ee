import type { Card } from '../../src/chat/card.ts';
import type { Database } from '../../src/db/schema.ts';
import type { Dispatcher } from '../../src/outbox/dispatcher.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { enqueue } from '../../src/outbox/store.ts';

export interface Draining {
  readonly db: Database;
  readonly dispatcher: Dispatcher;
  readonly card: Card;
  readonly count: number;
  readonly workspaces: number;
}

/**
 * How many messages a second are claimed, delivered and recorded, of `count` that wait for people of so many workspaces;
 * a tenth as many go before, to warm up, and are not counted.
 */
export async function timeDrain({
  db,
  dispatcher,
  card,
  count,
  workspaces,
}: Draining): Promise<{ readonly perSecond: number }> {
  async function bring(from: number, until: number): Promise<void> {
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
  await dispatcher.stop({ graceMs: 0 });
  return { perSecond: (count * 1000) / (recordedAt - startedAt) };
}
