import type { DeliveryResult } from '../../../src/chat/delivery.ts';
import type { Platform } from '../../../src/chat/person.ts';
import { openDatabase } from '../../../src/db/open.ts';
import { createDispatcher } from '../../../src/outbox/dispatcher.ts';
import { unpaced } from '../../../src/outbox/pace.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/logger.ts';
import { uncounted } from '../../../src/system/metrics.ts';

/**
 * A process of its own that sends what is in the outbox `process.argv[2]` to the platform at
 * `process.argv[3]`, for `process.argv[4]` milliseconds and until nothing is left. Says when it has begun.
 */
const [, , databaseUrl = '', platformUrl = '', waitMs = '0'] = process.argv;

const db = openDatabase(databaseUrl);
const adapter = {
  trouble: () => null,
  deliver: async (_to: unknown, _message: unknown, { key }: { key: string }): Promise<DeliveryResult> => {
    const response = await fetch(`${platformUrl}/${process.pid}/${key}`, { method: 'POST' });
    return { ok: true, ref: await response.text(), address: 'there' };
  },
};
const dispatcher = createDispatcher({
  db,
  adapters: new Map<Platform, typeof adapter>([['slack', adapter]]),
  clock: systemClock,
  log: createLog('error', 2),
  metrics: uncounted,
  owner: `process ${process.pid}`,
  allowance: () => unpaced,
});
dispatcher.start();
process.send?.('begun');
await new Promise((resolve) => setTimeout(resolve, Number(waitMs)));
const drained = await dispatcher.drain();
await dispatcher.stop({ graceMs: 8_000 });
await db.destroy();
process.exitCode = drained.ok ? 0 : 1;
