import type { ChatAdapter } from '../chat/adapter.ts';
import type { Platform } from '../chat/person.ts';
import type { Database, Executor } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Clock } from '../system/clock.ts';
import { type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import { heldUntil } from './backoff.ts';
import type { Claim } from './claim.ts';
import { claim } from './claim-store.ts';
import type { Flights } from './flights.ts';
import { giveBack, giveBackUntried } from './give-back-store.ts';
import { type Lanes, lockLanes, saveLane, type Workspace } from './lane-store.ts';
import { type Allowance, paceOf } from './pace.ts';
import { holdRecipient } from './recipient-store.ts';
import { type Finished, record } from './record-store.ts';
import type { Lane } from './table.ts';
import { tell } from './tell.ts';
import { patientHook, type UndeliveredHooks } from './undelivered.ts';

export interface RoundParts extends UndeliveredHooks {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'deliver' | 'trouble'>>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Of this process, different from every other's. */
  readonly owner: string;
  readonly allowance: (platform: Platform) => Allowance;
}

/** `claim`: takes on what may go. `record`: and lets go of what is not on its way. `give-back`: of all that has not arrived. */
export type RoundAim = 'claim' | 'record' | 'give-back';

/**
 * One transaction for one workspace: writes down everything that has arrived, then claims what may go in its place.
 * Should it fail, nothing is lost: the results stay with `flights` and are written down the next time.
 */
export function createRound(
  parts: RoundParts,
): (flights: Flights, aim: RoundAim, dueLanes?: readonly Lane[]) => Promise<readonly Claim[]> {
  const { db, clock } = parts;
  const onUndelivered = patientHook(parts);
  let rounds = 0;

  return async (flights, aim, dueLanes = ['post', 'change']) => {
    const { workspace, finished, launched, ready } = flights;
    const arrived = finished.map((one) => one.claim);
    const onTheWay = launched.filter((one) => !arrived.includes(one));
    const untried = aim === 'claim' && !flights.isHalted ? flights.late(clock.now()) : ready;
    const kept = [...onTheWay, ...ready.filter((one) => !untried.includes(one))];
    if (untried.length > 0) flights.slowDown();
    rounds += 1;
    const lease = `${parts.owner}/${rounds}`;
    let heldMs: readonly number[] = [];
    const claims = await transact(db, async (transaction) => {
      const lanes = await lockLanes(transaction, workspace);
      const now = clock.now();
      await record(transaction, finished, { now, onUndelivered });
      const held = await holdLanes(transaction, workspace, lanes, finished, now);
      heldMs = held.ms;
      await giveBackUntried(transaction, untried, now);
      if (aim === 'give-back') await giveBack(transaction, onTheWay, now);
      if (aim !== 'claim') return [];
      const pace = paceOf(parts.allowance(workspace.platform));
      const ownKeys = kept.map((one) => one.key);
      const { reach } = flights;
      return claim(transaction, workspace, { lanes: held.lanes, dueLanes, pace, now, lease, ownKeys, reach });
    });
    flights.forget([...arrived, ...untried, ...(aim === 'give-back' ? onTheWay : [])]);
    tell(parts, workspace.platform, finished);
    for (const ms of heldMs) parts.metrics.held(workspace.platform, ms);
    return claims;
  };
}

/**
 * Retry-After for the workspace is for the platform's method, so for the whole lane; else it is for one person alone.
 * `ms`: by how much longer each silence is than what was known before.
 */
async function holdLanes(
  db: Executor,
  workspace: Workspace,
  lanes: Lanes,
  finished: readonly Finished[],
  now: number,
): Promise<{ readonly lanes: Lanes; readonly ms: readonly number[] }> {
  const ms: number[] = [];
  const held: Record<Lane, Lanes[Lane]> = { ...lanes };
  for (const {
    claim: { lane, to },
    result,
  } of finished) {
    const hold = result.ok ? null : heldUntil(result, now);
    if (hold === null) continue;
    if (hold.whom === 'recipient') {
      await holdRecipient(db, to, hold.until);
      ms.push(hold.until - now);
      continue;
    }
    ms.push(Math.max(0, hold.until - Math.max(now, held[lane].heldUntil)));
    if (hold.until <= held[lane].heldUntil) continue;
    held[lane] = { ...held[lane], heldUntil: hold.until };
    await saveLane(db, workspace, lane, held[lane]);
  }
  return { lanes: held, ms };
}

/** For the log: what went wrong in a round, without what a message says. */
export function reportFailedRound(log: Log, error: unknown, workspace?: Workspace): void {
  const platform = workspace === undefined ? {} : { platform: workspace.platform };
  log.error('a round of deliveries failed and is repeated', { ...platform, error: loggedError(error) });
}
