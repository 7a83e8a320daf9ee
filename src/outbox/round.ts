import type { ChatAdapter } from '../chat/adapter.ts';
import type { Platform } from '../chat/person.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Clock } from '../system/clock.ts';
import type { Metrics } from '../system/metrics.ts';
import { claim } from './claim-store.ts';
import { lockLanes, workspaceKey } from './lane-store.ts';
import { type Allowance, paceOf } from './pace.ts';
import { giveBack, record } from './record-store.ts';
import type { Lane } from './table.ts';
import { tell } from './tell.ts';
import type { OnUndelivered, UndeliveredHooks } from './undelivered.ts';
import type { Claim, UnderWay } from './under-way.ts';

export interface RoundParts extends UndeliveredHooks {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'deliver' | 'trouble'>>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Of this process, different from every other's. */
  readonly owner: string;
  readonly allowance: (platform: Platform) => Allowance;
}

/** What a round does in one workspace, beside recording its answers. */
export interface Task {
  readonly underWay: UnderWay;
  /** Claims what may go in these lanes and frees what a dead process held, hands back what is on its way, or nothing. */
  readonly aim: { readonly claimFrom: readonly Lane[] } | 'give back' | 'record';
}

/** What has been claimed, and is under way from now on. */
export interface Claimed {
  readonly underWay: UnderWay;
  readonly claims: readonly Claim[];
}

export type PlayRound = (tasks: readonly Task[]) => Promise<readonly Claimed[]>;

/**
 * One transaction for the workspaces that have something to do: locks their lanes, writes down what was answered, frees
 * what a dead process held, and claims what pace and places allow. Should it fail, nothing is lost: the answers stay under
 * way and are written down the next time.
 */
export function createRound(parts: RoundParts, onUndelivered: OnUndelivered): PlayRound {
  const { db, clock, metrics } = parts;
  let rounds = 0;

  return async (tasks) => {
    rounds += 1;
    const lease = `${parts.owner}/${rounds}`;
    // As it is now: what is answered meanwhile is for the next round.
    const known = tasks.map(({ underWay, aim }) => {
      const { workspace, answers, onTheWay } = underWay;
      return { underWay, aim, workspace, answers, onTheWay };
    });
    const workspaces = known.map(({ workspace }) => workspace);
    const underWayOf = new Map(tasks.map(({ underWay }) => [workspaceKey(underWay.workspace), underWay]));
    const done = await transact(db, async (transaction) => {
      const lanes = await lockLanes(transaction, workspaces);
      const now = clock.now();
      const othersGetThrough = ({ to, lane }: Claim): boolean =>
        underWayOf.get(workspaceKey(to))?.isGettingThrough(lane, now) ?? false;
      const answers = known.flatMap((one) => one.answers);
      const silences = await record(transaction, answers, { now, lanes, onUndelivered, othersGetThrough });
      const back = known.flatMap(({ aim, onTheWay }) => (aim === 'give back' ? onTheWay : []));
      await giveBack(transaction, back, now);
      const claiming = known.flatMap(({ aim, ...one }) =>
        typeof aim === 'string' ? [] : [{ ...one, dueLanes: aim.claimFrom }],
      );
      const pace = (platform: Platform) => paceOf(parts.allowance(platform));
      const claims = await claim(transaction, claiming, { lanes, pace, now, lease });
      await lanes.save();
      return {
        silences,
        claimed: claiming.map(({ underWay }, nth) => ({ underWay, claims: claims[nth] ?? [] })),
      };
    });
    for (const { underWay, aim, answers, onTheWay, workspace } of known) {
      underWay.forget(answers.map((one) => one.claim));
      if (aim === 'give back') underWay.forget(onTheWay);
      tell(parts, workspace.platform, answers);
    }
    for (const { platform, ms } of done.silences) metrics.held(platform, ms);
    for (const { underWay, claims } of done.claimed) underWay.take(claims);
    return done.claimed;
  };
}
