import type { Handler, Turn } from '../../bot/turn.ts';
import { lineView } from '../../chat/line-view.ts';
import { reply } from '../../chat/say.ts';
import { forSupporters } from './for-supporters.ts';
import { deleteSupporter, type Supporter } from './store.ts';
import { wordsFor } from './words.ts';

/** What's open with a supporter who goes is offered to someone else. Before they're deleted, in the same transaction. */
export type PassOn = (turn: Turn, supporter: Supporter) => Promise<void>;

/** `support.leave`: a supporter stops, in one step that's asked once. */
export function leaveRoster(passOn: PassOn): Handler {
  return forSupporters(async (turn, { about }, me) => {
    const { db, actor } = turn;
    const words = wordsFor(actor.reader).leave;
    if (about !== 'yes') {
      const yes = { id: 'support.leave:yes', label: words.yes, style: 'danger' } as const;
      return [
        { type: 'view', view: lineView({ id: 'support.leave', title: words.title }, words.ask, [yes]) },
      ];
    }
    await passOn(turn, me);
    await deleteSupporter(db, me.id);
    return [reply(words.left)];
  });
}
