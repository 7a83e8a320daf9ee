import type { Executor } from '../../../src/db/schema.ts';
import { claim } from '../../../src/outbox/claim-store.ts';
import { lockLanes } from '../../../src/outbox/lane-store.ts';
import { paceOf, unpaced } from '../../../src/outbox/pace.ts';
import type { Claim } from '../../../src/outbox/under-way.ts';

/** Claims what is due in the workspace `T1`, as a process does that has nothing yet: eight at most. */
export async function claimAll(transaction: Executor, now: number): Promise<readonly Claim[]> {
  const workspace = { platform: 'slack', workspace: 'T1' } as const;
  const [claims = []] = await claim(
    transaction,
    [{ workspace, onTheWay: [], dueLanes: ['post', 'change'] }],
    { lanes: await lockLanes(transaction, [workspace]), pace: () => paceOf(unpaced), now, lease: 'a lease' },
  );
  return claims;
}
