import type { Executor } from '../db/schema.ts';
import { tellUnreachable } from '../features/checkins/gone-quiet.ts';
import { messageOf } from '../features/room-messages.ts';
import type { Undelivered } from '../outbox/undelivered.ts';
import { doubtProfile } from '../people/members/profile-store.ts';

/**
 * Nobody waits for an answer to a message that never arrived: those who asked for it hear so. Whether an account has been
 * closed, the next look at profiles finds out.
 */
export async function settleUndelivered(db: Executor, message: Undelivered, now: number): Promise<void> {
  if (message.status === 'unreachable') {
    await doubtProfile(db, message.to);
    await tellUnreachable(db, message.to, now);
  }
  await messageOf(message.key)?.undelivered(db, message, now);
}
