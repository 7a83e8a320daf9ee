import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { auditCard } from './cards.ts';
import { findAudit } from './store.ts';

/** As many as a phone shows in some pages. */
const mostShown = 30;

/** `program.audit`: what those with a role did. */
export async function showAudit({ db, actor }: Turn): Promise<readonly Effect[]> {
  return [reply(auditCard(actor.reader, await findAudit(db, mostShown)))];
}
