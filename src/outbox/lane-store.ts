import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Platform } from '../chat/person.ts';
import { among } from '../db/among.ts';
import { locksRows } from '../db/locks.ts';
import type { Executor } from '../db/schema.ts';
import type { Lane, PaceTable } from './table.ts';

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

/** What a lane has to do. */
export interface LaneWork extends Workspace, LaneState {
  readonly lane: Lane;
  /** When its next message is due; null when none waits. */
  readonly dueAt: number | null;
  /** When the first lease in the workspace ends, no matter who holds it; null when nothing is on its way. */
  readonly leaseUntil: number | null;
}

/** Changes come first: they answer someone who has just pressed a button. */
export const laneNames = ['change', 'post'] as const;

/** Makes the workspaces of these recipients known, so that `readLanes` finds them without looking at the outbox. */
export async function openLanes(db: Executor, to: readonly Workspace[]): Promise<void> {
  const workspaces = new Map(to.map((one) => [workspaceKey(one), one]));
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

/**
 * Deletes the lanes of workspaces that nothing is kept for, and that were last used before `instant`. What was enqueued at
 * the same moment gets its lanes back at the latest the next time.
 */
export async function forgetIdleLanes(db: Executor, instant: number): Promise<void> {
  await db
    .deleteFrom('pace')
    .where('next_free_at', '<', instant)
    .where('held_until', '<', instant)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('key')
            .whereRef('outbox.platform', '=', 'pace.platform')
            .whereRef('outbox.workspace', '=', 'pace.workspace'),
        ),
      ),
    )
    .execute();
  const waiting = await db
    .selectFrom('outbox')
    .select(['platform', 'workspace'])
    .distinct()
    .where('status', '=', sql.lit('waiting' as const))
    .execute();
  await openLanes(db, waiting);
}

/** Everything the dispatcher must know to decide whose turn it is: a few index look-ups, however much is waiting. */
export async function readLanes(db: Executor): Promise<readonly LaneWork[]> {
  return db
    .selectFrom('pace')
    .select(['platform', 'workspace', 'lane', 'next_free_at as nextFreeAt', 'held_until as heldUntil'])
    .select((pace) => [
      pace
        .selectFrom('outbox')
        .select((outbox) => outbox.fn.min('due_at').as('due_at'))
        .whereRef('outbox.platform', '=', 'pace.platform')
        .whereRef('outbox.workspace', '=', 'pace.workspace')
        .whereRef('outbox.lane', '=', 'pace.lane')
        .where('outbox.status', '=', sql.lit('waiting' as const))
        .as('dueAt'),
      pace
        .selectFrom('outbox')
        .select((outbox) => outbox.fn.min('lease_until').as('lease_until'))
        .whereRef('outbox.platform', '=', 'pace.platform')
        .whereRef('outbox.workspace', '=', 'pace.workspace')
        .where('outbox.status', '=', sql.lit('claimed' as const))
        .as('leaseUntil'),
    ])
    .execute();
}

/** The lanes of some workspaces, which nobody else can lock until this transaction is over. */
export interface LockedLanes {
  of(workspace: Workspace, lane: Lane): LaneState;
  change(workspace: Workspace, lane: Lane, to: Partial<LaneState>): void;
  /** Writes down what has changed. */
  save(): Promise<void>;
}

/** The first statement of every round: anyone else wants to claim there waits. Always in the same order, lest two wait for each other. */
export async function lockLanes(db: Executor, workspaces: readonly Workspace[]): Promise<LockedLanes> {
  const rows = await db
    .selectFrom('pace')
    .selectAll()
    .where(inWorkspaces(db, workspaces))
    .orderBy('platform')
    .orderBy('workspace')
    .orderBy('lane')
    .$if(locksRows(db), (lanes) => lanes.forUpdate())
    .execute();
  const lanes = new Map(rows.map((row) => [laneKey(row, row.lane), row]));
  const changed = new Map<string, Selectable<PaceTable>>();
  const of = (workspace: Workspace, lane: Lane): LaneState => {
    const row = lanes.get(laneKey(workspace, lane));
    return { nextFreeAt: row?.next_free_at ?? 0, heldUntil: row?.held_until ?? 0 };
  };
  return {
    of,
    change: ({ platform, workspace }, lane, to) => {
      const { nextFreeAt, heldUntil } = { ...of({ platform, workspace }, lane), ...to };
      const row = { platform, workspace, lane, next_free_at: nextFreeAt, held_until: heldUntil };
      lanes.set(laneKey(row, lane), row);
      changed.set(laneKey(row, lane), row);
    },
    save: async () => {
      if (changed.size === 0) return;
      await db
        .insertInto('pace')
        .values([...changed.values()])
        .onConflict((conflict) =>
          conflict.columns(['platform', 'workspace', 'lane']).doUpdateSet((row) => ({
            next_free_at: row.ref('excluded.next_free_at'),
            held_until: row.ref('excluded.held_until'),
          })),
        )
        .execute();
    },
  };
}

/** Whether a row is of one of these workspaces. */
export function inWorkspaces(db: Executor, workspaces: readonly Workspace[]): RawBuilder<boolean> {
  const platforms = [...new Set(workspaces.map(({ platform }) => platform))];
  const names = workspaces.map(({ workspace }) => workspace);
  return sql`${among(db, 'platform', platforms)} and ${among(db, 'workspace', names)}`;
}

export function workspaceKey({ platform, workspace }: Workspace): string {
  return `${platform} ${workspace}`;
}

function laneKey(workspace: Workspace, lane: Lane): string {
  return `${workspaceKey(workspace)} ${lane}`;
}

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
