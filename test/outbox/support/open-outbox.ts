import type { Selectable } from 'kysely';
import type { PersonRef, Platform } from '../../../src/chat/person.ts';
import { migrate } from '../../../src/db/migrate.ts';
import type { Database } from '../../../src/db/schema.ts';
import { createDispatcher, type Dispatcher, type DispatcherParts } from '../../../src/outbox/dispatcher.ts';
import { unpaced } from '../../../src/outbox/pace.ts';
import { change, enqueue, type Outgoing } from '../../../src/outbox/store.ts';
import type { OutboxTable } from '../../../src/outbox/table.ts';
import type { Log } from '../../../src/system/logger.ts';
import { uncounted } from '../../../src/system/metrics.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { openWatched } from '../../support/watched-database.ts';
import { cardOf, type FakePlatform, fakePlatform } from './fake-platform.ts';
import { type FakeTime, fakeTime } from './fake-time.ts';

/** An outbox in a database of its own, with a platform and a time that the test has in hand. */
export interface OpenOutbox {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly time: FakeTime;
  readonly slack: FakePlatform;
  readonly log: Log;
  /** What was logged, as JSON. */
  readonly logged: readonly string[];
  /** One process that sends; several may share the outbox. Stopped at the end. */
  dispatcher(parts?: Partial<DispatcherParts>): Dispatcher;
  send(key: string, more?: Partial<Outgoing>): Promise<void>;
  change(key: string, text: string): Promise<void>;
  row(key: string): Promise<Selectable<OutboxTable>>;
  rows(): Promise<readonly Selectable<OutboxTable>[]>;
  close(): Promise<void>;
}

export async function openOutbox(): Promise<OpenOutbox> {
  const { url: databaseUrl, remove } = await freshDatabase();
  const { db, isBusy } = openWatched(databaseUrl);
  await migrate(db);
  const time = fakeTime(undefined, isBusy);
  const slack = fakePlatform(time.after, time.now);
  const logged: string[] = [];
  const keep = (message: string, fields?: object): void =>
    void logged.push(JSON.stringify({ message, ...fields }));
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const dispatchers: Dispatcher[] = [];

  return {
    db,
    databaseUrl,
    time,
    slack,
    log,
    logged,
    dispatcher(parts = {}) {
      const dispatcher = createDispatcher({
        db,
        adapters: new Map<Platform, FakePlatform>([['slack', slack]]),
        clock: time,
        after: time.after,
        log,
        metrics: uncounted,
        owner: `process ${dispatchers.length + 1}`,
        allowance: () => unpaced,
        ...parts,
      });
      dispatchers.push(dispatcher);
      return dispatcher;
    },
    async send(key, more = {}) {
      await enqueue(db, [{ key, to: clinician(key), card: cardOf(`card of ${key}`), ...more }], time.now());
    },
    async change(key, text) {
      await change(db, key, cardOf(text), time.now());
    },
    row: (key) => db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow(),
    rows: () => db.selectFrom('outbox').selectAll().execute(),
    async close() {
      const stopped = Promise.all(dispatchers.map((one) => one.stop({ graceMs: 0 })));
      await time.advance(0);
      await stopped;
      await db.destroy();
      await remove();
    },
  };
}

export function clinician(name: string): PersonRef {
  return { platform: 'slack', workspace: 'T1', id: `U-${name}` };
}
