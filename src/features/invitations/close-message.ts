import { asCard } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { cancel, change } from '../../outbox/store.ts';
import { invitationKey } from './store.ts';
import { words } from './words.en.ts';

/** A message that is not out yet never goes; one that is loses its buttons. */
export async function closeInvitationMessage(db: Executor, invitationId: string, now: number): Promise<void> {
  const key = invitationKey(invitationId);
  const cancelled = await cancel(db, [key]);
  if (cancelled.length === 0) await change(db, key, asCard(words.closed), now);
}
