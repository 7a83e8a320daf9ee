import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { endOffer } from '../asking/handlers.ts';
import { endAtDesk, notDirector } from '../desk/handlers.ts';
import { withOwn } from '../resources/own-store.ts';
import { findSupporterOf } from '../supporters/store.ts';
import { howView, supportCard } from './cards.ts';

/** `support.show`: the way in, for everyone. It writes nothing. */
export async function showSupport({ db, actor, content, hospital }: Turn): Promise<readonly Effect[]> {
  const supporter = await findSupporterOf(db, actor.accounts);
  const doors = {
    isSupporter: supporter?.state === 'active',
    isDirector: isDirector(actor.roles),
    isOfProgram: actor.roles.size > 0,
  };
  const lines = await withOwn(db, content.resources, hospital.timeZone);
  return [reply(supportCard(actor.reader, lines, doors))];
}

/** `support.how`: how it works, and what the law says. */
export async function showHow({ actor, content }: Turn): Promise<readonly Effect[]> {
  return [{ type: 'view', view: howView(actor.reader, content.support.legal) }];
}

/** `support.end`: one's own, or at the desk the one that's named. */
export async function end(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (intent.about === '') return endOffer(turn);
  return isDirector(turn.actor.roles) ? endAtDesk(turn, intent) : notDirector(turn);
}

function isDirector(roles: Turn['actor']['roles']): boolean {
  return roles.has('director') || roles.has('deputy');
}
