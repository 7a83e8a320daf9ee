import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { markWelcomed } from '../../people/contacts/store.ts';
import { sendWelcome } from './messages.ts';

/** `members.installed`: one welcome for each contact, however often the platform says so. */
export async function installed({ db, now, actor, content }: Turn): Promise<readonly Effect[]> {
  if (!(await markWelcomed(db, actor.account, now))) return [];
  await sendWelcome(db, actor, { resources: content.resources, now });
  return [];
}
