import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { auditCard } from './cards.ts';
import { findAudit } from './store.ts';
import { together } from './together.ts';

/** More than those with a role do in the two years for which it's kept. */
const mostRead = 5_000;

/** `program.audit`: what those with a role did; about `page/2`, what came before. */
export async function showAudit({ db, actor }: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const deeds = together(await findAudit(db, mostRead));
  return [reply(auditCard(actor.reader, deeds, about))];
}
