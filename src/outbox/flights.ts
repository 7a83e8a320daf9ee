import type { DeliveryResult } from '../chat/delivery.ts';
import type { Claim } from './claim-store.ts';
import type { Workspace } from './lane-store.ts';
import type { Finished } from './record-store.ts';

/** What this process has claimed in one workspace: on its way, or arrived and not yet recorded. */
export interface Flights {
  readonly workspace: Workspace;
  readonly finished: readonly Finished[];
  /** Everything not yet recorded. */
  readonly claims: readonly Claim[];
  launch(claim: Claim): void;
  land(claim: Claim, result: DeliveryResult): void;
  /** Recorded, or given back. */
  forget(claims: readonly Claim[]): void;
}

export function createFlights(workspace: Workspace): Flights {
  let finished: readonly Finished[] = [];
  const claims = new Set<Claim>();
  return {
    workspace,
    get finished() {
      return finished;
    },
    get claims() {
      return [...claims];
    },
    launch: (claim) => {
      claims.add(claim);
    },
    land: (claim, result) => {
      if (claims.has(claim)) finished = [...finished, { claim, result }];
    },
    forget: (done) => {
      for (const claim of done) claims.delete(claim);
      finished = finished.filter(({ claim }) => claims.has(claim));
    },
  };
}
