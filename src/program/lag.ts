import { millisecondsInMinute } from '../calendar/spans.ts';
import type { Platform } from '../chat/person.ts';
import type { Database } from '../db/schema.ts';
import { kinds } from '../features/alarms/rules.ts';
import { findAlarms, matterOf } from '../features/alarms/store.ts';
import { isAnyOverdue } from '../features/referrals/store.ts';
import { readLanes } from '../outbox/lane-store.ts';
import { longestDueSince } from '../people/members/due-store.ts';
import type { Clock } from '../system/clock.ts';
import type { Metrics } from '../system/metrics.ts';

/** How far behind Buddy is, looked up in the database: the same in every process that shares it. */
export function tellLag(
  metrics: Metrics,
  { db, clock, scheduler }: { readonly db: Database; readonly clock: Clock; readonly scheduler: string },
  platforms: readonly Platform[],
): void {
  metrics.reads({
    name: 'buddy_outbox_oldest_due_seconds',
    help: 'How long the message has been due that has been due the longest and is not on its way.',
    label: 'platform',
    read: async () => {
      const now = clock.now();
      const lanes = await readLanes(db);
      const lag = (platform: Platform): number =>
        Math.max(
          0,
          ...lanes.map((lane) => (lane.platform === platform && lane.dueAt !== null ? now - lane.dueAt : 0)),
        );
      return Object.fromEntries(platforms.map((platform) => [platform, lag(platform) / 1000]));
    },
  });
  metrics.reads({
    name: 'buddy_nudges_oldest_due_seconds',
    help: 'How long the member has been due who has waited the longest to have their Monday planned.',
    label: 'scheduler',
    read: async () => {
      const now = clock.now();
      const since = await longestDueSince(db, now);
      return { [scheduler]: since === null ? 0 : (now - since) / 1000 };
    },
  });
  metrics.reads({
    name: 'buddy_support_overdue',
    help: 'Whether a referral waits past its deadline and has not been moved on for five minutes: 1, else 0.',
    label: 'scheduler',
    read: async () => ({ [scheduler]: (await isAnyOverdue(db, clock.now() - movedOnWithinMs)) ? 1 : 0 }),
  });
  metrics.reads({
    name: 'buddy_alarm',
    help: 'Whether something is so that administrators are told of: 1, else 0.',
    label: 'matter',
    read: async () => {
      const raised = (await findAlarms(db)).filter(({ raisedAt }) => raisedAt !== null);
      const real = platforms.filter((platform) => platform !== 'playground');
      const matters = real.flatMap((platform) => kinds.map((kind) => matterOf(kind, platform)));
      return Object.fromEntries(
        matters.map((one) => [one, raised.some(({ matter }) => matter === one) ? 1 : 0]),
      );
    },
  });
}

/**
 * A tick moves on what's overdue: what a tick hasn't, something keeps from it. Whether is all that's told, not how many:
 * in a small hospital that would say that someone has asked.
 */
const movedOnWithinMs = 5 * millisecondsInMinute;
