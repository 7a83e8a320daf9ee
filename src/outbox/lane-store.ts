import { sql } from 'kysely';
import type { Platform } from '../chat/person.ts';
import { locksRows } from '../db/locks.ts';
import { opaque } from '../db/opaque.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import type { Lane } from './table.ts';

/** Where the pace of deliveries is kept: one Slack team, one Teams tenant. */
export interface Workspace {
  readonly platform: Platform;
  readonly workspace: string;
}

/** How a lane stands with its platform. */
export interface LaneState {
  readonly nextFreeAt: number;
  readonly heldUntil: number;
}

export type Lanes = Readonly<Record<Lane, LaneState>>;

/** What a lane has to do. */
export interface LaneWork extends Workspace, LaneState {
  readonly lane: Lane;
  /** When its next message is due; null when none waits. */
  readonly dueAt: number | null;
  /** When the first lease in the workspace ends, whoever holds it; null when nothing is on its way. */
  readonly leaseUntil: number | null;
}

/** Changes come first: they answer someone who has just pressed a button. */
export const laneNames = ['change', 'post'] as const;

/** Makes the workspaces of these recipients known, so that `readLanes` finds them without looking at the outbox. */
export async function openLanes(db: Executor, to: readonly Workspace[]): Promise<void> {
  const workspaces = new Map(to.map((one) => [`${one.platform} ${one.workspace}`, one]));
  if (workspaces.size === 0) return;
  await db
    .insertInto('pace')
    .values(
      [...workspaces.values()].flatMap(({ platform, workspace }) => freshLanes({ platform, workspace })),
    )
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'lane']).doNothing())
    .execute();
}

function freshLanes({ platform, workspace }: Workspace) {
  return laneNames.map((lane) => ({ platform, workspace, lane, next_free_at: 0, held_until: 0 }));
}

/** Everything the dispatcher must know to decide whose turn it is: a few index look-ups, however much is waiting. */
export async function readLanes(db: Executor): Promise<readonly LaneWork[]> {
  const { rows } = await laneWork(db, {});
  return rows.map((row) => ({
    platform: row.platform,
    workspace: row.workspace,
    lane: row.lane,
    nextFreeAt: row.next_free_at,
    heldUntil: row.held_until,
    dueAt: row.due_at,
    leaseUntil: row.lease_until,
  }));
}

const laneWork = prepared((db) =>
  db
    .selectFrom('pace')
    .select(['pace.platform', 'pace.workspace', 'pace.lane', 'pace.next_free_at', 'pace.held_until'])
    .select((pace) => [
      pace
        .selectFrom('outbox')
        .select((outbox) => outbox.fn.min('due_at').as('due_at'))
        .whereRef('outbox.platform', '=', 'pace.platform')
        .whereRef('outbox.workspace', '=', 'pace.workspace')
        .whereRef('outbox.lane', '=', 'pace.lane')
        .where('outbox.status', '=', sql.lit('waiting' as const))
        .as('due_at'),
      pace
        .selectFrom('outbox')
        .select((outbox) => outbox.fn.min('lease_until').as('lease_until'))
        .whereRef('outbox.platform', '=', 'pace.platform')
        .whereRef('outbox.workspace', '=', 'pace.workspace')
        .where('outbox.status', '=', sql.lit('claimed' as const))
        .as('lease_until'),
    ]),
);

/**
 * Reads a workspace's lanes, the first statement of every round: whoever else wants to claim there waits until this
 * transaction is over.
 */
export async function lockLanes(db: Executor, workspace: Workspace): Promise<Lanes> {
  let { rows } = await lockedLanes(db, workspace);
  if (rows.length < laneNames.length) {
    await openLanes(db, [workspace]);
    ({ rows } = await lockedLanes(db, workspace));
  }
  const stateOf = (lane: Lane): LaneState => {
    const row = rows.find((one) => one.lane === lane);
    return { nextFreeAt: row?.next_free_at ?? 0, heldUntil: row?.held_until ?? 0 };
  };
  return { post: stateOf('post'), change: stateOf('change') };
}

const lockedLanes = prepared((db, { platform, workspace }: Workspace) =>
  db
    .selectFrom('pace')
    .select(['lane', 'next_free_at', 'held_until'])
    .where('platform', '=', opaque(platform))
    .where('workspace', '=', opaque(workspace))
    .orderBy('lane')
    .$if(locksRows(db), (rows) => rows.forUpdate()),
);

export async function saveLane(
  db: Executor,
  { platform, workspace }: Workspace,
  lane: Lane,
  { nextFreeAt, heldUntil }: LaneState,
): Promise<void> {
  await laneState(db, { platform, workspace, lane, nextFreeAt, heldUntil });
}

const laneState = prepared((db, one: Workspace & LaneState & { readonly lane: Lane }) =>
  db
    .updateTable('pace')
    .set({ next_free_at: one.nextFreeAt, held_until: one.heldUntil })
    .where('platform', '=', one.platform)
    .where('workspace', '=', one.workspace)
    .where('lane', '=', one.lane),
);

/**
 * Whether a lane still has something that a command waits for: what is on its way, what is due and has its tries before
 * it, a retry that comes soon, and of what keeps failing what was due when the command began.
 */
export async function isAwaited(
  db: Executor,
  { platform, workspace, lane }: LaneWork,
  { now, startedAt, until }: { readonly now: number; readonly startedAt: number; readonly until: number },
): Promise<boolean> {
  const inWorkspace = db
    .selectFrom('outbox')
    .select('key')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace);
  // In one statement with the rest: what waited when the lanes were read may have been claimed since.
  const claimed = inWorkspace.where('status', '=', sql.lit('claimed' as const));
  const waiting = inWorkspace
    .where('lane', '=', lane)
    .where('status', '=', sql.lit('waiting' as const))
    .where('due_at', '<=', until)
    .where((outbox) =>
      outbox.or([
        outbox('due_at', '<=', startedAt),
        outbox.and([outbox('due_at', '<=', now), outbox('attempts', '=', 0)]),
        outbox('attempts', 'in', triesAwaited),
      ]),
    );
  const row = await db
    .selectNoFrom(({ or, exists }) => or([exists(waiting), exists(claimed)]).as('isAwaited'))
    .executeTakeFirst();
  return Boolean(row?.isAwaited);
}

/** A message that has been tried more often does not keep a command from ending. */
const triesAwaited = [1, 2, 3];
