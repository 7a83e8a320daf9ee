import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { lineView } from '../../chat/line-view.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import type { PassOn } from '../supporters/leave.ts';
import { deleteSupporter, findSupporter } from '../supporters/store.ts';
import { wordsFor as supporterWordsFor } from '../supporters/words.ts';
import { closeInvitation } from './messages.ts';
import { wordsFor } from './words.ts';

/** `support.remove`: a director takes someone off the roster, or an invitation back. */
export function removeSupporter(passOn: PassOn) {
  return async (turn: Turn, intent: Intent): Promise<readonly Effect[]> => {
    const { db, now, actor } = turn;
    const words = wordsFor(actor.reader).remove;
    const { id, isSure } = readAbout(intent);
    const supporter = await findSupporter(db, id);
    const isInvited = supporter?.state === 'invited';
    const place = { id: 'support.remove', title: isInvited ? words.takeBack : words.title };
    const back = [{ id: 'support.trained', label: words.back, opens: 'view' } as const];
    if (supporter === null)
      return [{ type: 'view', view: lineView(place, supporterWordsFor(actor.reader).gone, back) }];
    const { name } = supporter;
    if (!isSure) {
      const label = isInvited ? words.takeBack : words.yes;
      const yes = { id: `support.remove:${id}/yes`, label, style: 'danger' } as const;
      const asked = isInvited ? words.askInvited(name) : words.ask(name);
      return [{ type: 'view', view: lineView(place, asked, [yes, ...back]) }];
    }
    await passOn(turn, supporter);
    if (isInvited) await closeInvitation(turn, supporter);
    await deleteSupporter(db, id);
    const by = nameOf(actor);
    await writeAudit(db, { by, action: 'removed-supporter', about: '', subject: supporter }, now);
    const done = isInvited ? words.takenBack(name) : words.done(name);
    return [{ type: 'view', view: lineView(place, done, back) }];
  };
}

/** Not confirmed yet: it's only asked. */
export function asksWhetherToRemove(intent: Intent): boolean {
  return !readAbout(intent).isSure;
}

/** In one place: what the route takes for a question must not be a deed to the handler. */
function readAbout({ about }: Intent): { readonly id: string; readonly isSure: boolean } {
  const [id = '', said] = about.split('/');
  return { id, isSure: said === 'yes' };
}
