import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { readOutcome } from '../referrals/rules.ts';
import { withOwn } from '../resources/own-store.ts';
import { findSupporter, findSupporterOf, type Supporter } from '../supporters/store.ts';
import { count } from '../tallies/store.ts';
import { type Answered, answerOffer } from './answer.ts';
import { findOwnOffer } from './find-own-offer.ts';
import { sendFourWeeks } from './messages.ts';
import { cannotView, declinedView, doneView, goneView, offerView } from './views.ts';
import { wordsFor } from './words.ts';

/** `support.offer`: a supporter looks at what they've been asked, and says how it stands. */
export async function showOffer(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor, content } = turn;
  const { reader } = actor;
  const found = await findOwnOffer(turn, intent.about);
  if (found === null) return [{ type: 'view', view: goneView(reader) }];
  const shown = { ...found, support: content.support };
  if (intent.answers === null) return [{ type: 'view', view: offerView(reader, shown, null) }];
  const words = wordsFor(reader);
  const outcome = readOutcome(intent.answers.outcome);
  if (outcome === null)
    return [{ type: 'view', view: offerView(reader, shown, null), errors: { outcome: words.noOutcome } }];
  const answered = await answerOffer(turn, found, outcome);
  return [{ type: 'view', view: await viewAfter(turn, found.supporter, answered) }];
}

async function viewAfter(turn: Turn, supporter: Supporter, answered: Answered) {
  const { db, actor, content, hospital } = turn;
  const { reader } = actor;
  const words = wordsFor(reader);
  switch (answered.now) {
    case 'open':
      return offerView(reader, { ...answered, support: content.support }, words.saved);
    case 'passed-on':
      return cannotView(reader);
    case 'declined':
      return declinedView(reader, content.support, await withOwn(db, content.resources, hospital.timeZone));
    case 'done':
      return doneView(
        reader,
        await ownSupporter(turn, supporter),
        answered.wasGroupOffered ? 'group' : 'onward',
        words.closed,
      );
    default:
      return answered satisfies never;
  }
}

/** `support.after`: what a supporter may add once it's closed. It's tied to nobody any more. */
export async function afterwards(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const words = wordsFor(actor.reader);
  const supporter = await findSupporterOf(db, actor.accounts);
  if (supporter === null || supporter.state !== 'active') return [reply(words.notSupporter)];
  const own = await ownSupporter(turn, supporter);
  if (about === 'remind') {
    await sendFourWeeks(turn, supporter);
    return [{ type: 'view', view: doneView(actor.reader, own, 'nothing', words.willRemind) }];
  }
  if (about === 'group' || about === 'no-group') {
    if (about === 'group') await count(turn, ['group']);
    return [{ type: 'view', view: doneView(actor.reader, own, 'onward', words.counted) }];
  }
  if (about === 'onward') await count(turn, ['onward']);
  return [{ type: 'view', view: doneView(actor.reader, own, 'remind', words.counted) }];
}

async function ownSupporter({ db }: Turn, { ownSupporterId }: Supporter): Promise<string | null> {
  const own = ownSupporterId === null ? null : await findSupporter(db, ownSupporterId);
  return own?.name ?? null;
}
