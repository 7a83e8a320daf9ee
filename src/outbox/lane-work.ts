import { type LaneWork, workspaceKey } from './lane-store.ts';
import { goesAt, type Pace } from './pace.ts';
import type { Lane } from './table.ts';

/** The lanes of one workspace. */
export type WorkspaceWork = readonly [LaneWork, ...LaneWork[]];

/** When the first lane has something that may go, or a lease ends that has to be taken over. */
export function readyAt(lanes: readonly LaneWork[], now: number, pace: Pace): number {
  const instants = lanes.map(({ dueAt, heldUntil, nextFreeAt, leaseUntil }) => {
    const goes = dueAt === null ? Infinity : Math.max(dueAt, heldUntil, goesAt(nextFreeAt, now, pace));
    return Math.min(goes, leaseUntil ?? Infinity);
  });
  return Math.min(...instants);
}

export function byWorkspace(work: readonly LaneWork[]): readonly WorkspaceWork[] {
  return [...Map.groupBy(work, workspaceKey).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [[first, ...more] as const],
  );
}

/** The lanes that have something due. */
export function dueIn(lanes: readonly LaneWork[], now: number): readonly Lane[] {
  return lanes.filter(({ dueAt }) => dueAt !== null && dueAt <= now).map(({ lane }) => lane);
}
