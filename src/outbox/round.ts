import type { ChatAdapter } from '../chat/adapter.ts';
import type { Platform } from '../chat/person.ts';
import type { Database, Executor } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Clock } from '../system/clock.ts';
import type { Metrics } from '../system/metrics.ts';
import { heldUntil } from './backoff.ts';
import type { Answer, Claim } from './claim.ts';
import { claim } from './claim-store.ts';
import { type Lanes, lockLanes, saveLane, type Workspace } from './lane-store.ts';
import { type Allowance, paceOf } from './pace.ts';
import { holdRecipient } from './recipient-store.ts';
import { giveBack, record } from './record-store.ts';
import type { Lane } from './table.ts';
import { tell } from './tell.ts';
import type { OnUndelivered, UndeliveredHooks } from './undelivered.ts';
import type { UnderWay } from './under-way.ts';

export interface RoundParts extends UndeliveredHooks {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'deliver' | 'trouble'>>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Of this process, different from every other's. */
  readonly owner: string;
  readonly allowance: (platform: Platform) => Allowance;
}

/** What a round does besides recording: claim from these lanes, hand back what has not been answered, or neither. */
export type Aim = { readonly claim: readonly Lane[] } | 'give-back' | 'record';

/**
 * One transaction for one workspace: locks its lanes, writes down what was answered, frees what a dead process held,
 * and claims what may go. Should it fail, nothing is lost: the answers stay under way and are written down the next
 * time. Says what it has claimed, which is under way from now on.
 */
export function createRound(
  parts: RoundParts,
  onUndelivered: OnUndelivered,
): (underWay: UnderWay, aim: Aim) => Promise<readonly Claim[]> {
  const { db, clock } = parts;
  let rounds = 0;

  return async (underWay, aim) => {
    const { workspace, answers, onTheWay } = underWay;
    rounds += 1;
    const lease = `${parts.owner}/${rounds}`;
    let heldMs: readonly number[] = [];
    const claims = await transact(db, async (transaction) => {
      const locked = await lockLanes(transaction, workspace);
      const now = clock.now();
      const othersGetThrough = (lane: Lane): boolean => underWay.isGettingThrough(lane, now);
      await record(transaction, answers, { now, onUndelivered, othersGetThrough });
      const { lanes, ms } = await holdLanes(transaction, workspace, locked, answers, now);
      heldMs = ms;
      if (aim === 'give-back') await giveBack(transaction, onTheWay, now);
      if (typeof aim === 'string') return [];
      const pace = paceOf(parts.allowance(workspace.platform));
      const ownKeys = new Set(onTheWay.map(({ key }) => key));
      return claim(transaction, workspace, { lanes, dueLanes: aim.claim, pace, now, lease, ownKeys });
    });
    underWay.forget([...answers.map((one) => one.claim), ...(aim === 'give-back' ? onTheWay : [])]);
    underWay.take(claims);
    tell(parts, workspace.platform, answers);
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
  answers: readonly Answer[],
  now: number,
): Promise<{ readonly lanes: Lanes; readonly ms: readonly number[] }> {
  const ms: number[] = [];
  const held: Record<Lane, Lanes[Lane]> = { ...lanes };
  for (const { claim, result } of answers) {
    const { lane, to } = claim;
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
