import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type DoorParts, onlyPost, referralsPath, takeReferrals } from '../../src/features/intake/door.ts';
import { type ReferralContent, unseal } from '../../src/features/referrals/content.ts';
import { findOpen } from '../../src/features/referrals/store.ts';
import { createHttpServer, type HttpServer } from '../../src/http/server.ts';
import { Secret } from '../../src/system/secret.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { freshDatabase } from './fresh-database.ts';
import { asWritten, IncidentSystem } from './incident-system.ts';
import { seals } from './seals.ts';
import { content, someHospital } from './turn.ts';

export const now = Date.parse('2026-12-01T15:00:00Z');

/** The door by itself, over real HTTP and on a real database. */
export interface IntakeStage {
  readonly db: Database;
  readonly log: RecordedLog;
  readonly system: IncidentSystem;
  /** The secret that takes the other's place. */
  readonly next: IncidentSystem;
  /** What wakes the dispatcher. */
  woken(): number;
  url(): string;
  /** Lets time pass for what's counted by the minute. */
  passes(ms: number): void;
  /** The same database, a new process. */
  restarts(more?: Partial<DoorParts>): Promise<void>;
  /** What stands in the open referrals, the oldest first. */
  opened(): Promise<readonly (ReferralContent | null)[]>;
  close(): Promise<void>;
}

export async function openIntake(more: Partial<DoorParts> = {}): Promise<IntakeStage> {
  const { url: databaseUrl, remove } = await freshDatabase();
  const db = openDatabase(databaseUrl);
  const log = recordedLog();
  let [port, woken, uptime] = [0, 0, 0];
  let http: HttpServer | null = null;
  const url = () => `http://127.0.0.1:${port}`;
  const [system, next] = [randomBytes(32), randomBytes(24)].map((one) => new IncidentSystem(url, one)) as [
    IncidentSystem,
    IncidentSystem,
  ];
  const parts: DoorParts = {
    db,
    seals,
    content,
    log,
    hospital: someHospital,
    secrets: new Secret([asWritten(system.secret), next.secret.toString('base64')]),
    clock: { now: () => now },
    committed: () => {
      woken += 1;
    },
  };
  const restarts = async (changed: Partial<DoorParts> = {}): Promise<void> => {
    await http?.close();
    http = createHttpServer({ trouble: async () => null, doubt: () => null });
    takeReferrals(http, { ...parts, ...more, ...changed }, { now: () => uptime });
    http.getOrHead(referralsPath, onlyPost);
    port = await http.listen('127.0.0.1', 0);
  };
  await restarts();
  return {
    db,
    log,
    system,
    next,
    woken: () => woken,
    url,
    passes: (ms) => {
      uptime += ms;
    },
    restarts,
    opened: async () => Promise.all((await findOpen(db)).map((referral) => unseal(seals, referral))),
    async close() {
      await http?.close();
      await db.destroy();
      await remove();
    },
  };
}
