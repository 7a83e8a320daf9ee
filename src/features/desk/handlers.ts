import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { takeTurn } from '../../db/locks.ts';
import { closeReferral, offerTo, takeBackOffer } from '../referrals/flow.ts';
import { isReached } from '../referrals/rules.ts';
import { type Suggestions, suggestFor } from '../referrals/suggest.ts';
import type { Supporter } from '../supporters/store.ts';
import { findBatches } from '../tallies/store.ts';
import { assignView, deskView, goneView } from './views.ts';
import { findVisible, lockVisible, type Visible } from './visible.ts';
import { wordsFor } from './words.ts';

/** `support.desk`: what's open, for those who run the program. */
export async function showDesk(turn: Turn): Promise<readonly Effect[]> {
  return desk(turn, null);
}

async function desk(turn: Turn, said: string | null): Promise<readonly Effect[]> {
  const open = await findVisible(turn);
  const batches = await findBatches(turn.db);
  return [{ type: 'view', view: deskView(turn.actor.reader, { open, batches, said }) }];
}

/** `support.assign`: who fits, and the offer to one of them. */
export async function assign(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { reader } = turn.actor;
  const words = wordsFor(reader);
  const [referralId = '', seenOffer] = intent.about.split('/');
  const one = await lockVisible(turn, referralId);
  if (one === null) return [{ type: 'view', view: goneView(reader) }];
  const again =
    seenOffer !== undefined && seenOffer === one.current?.offer.id && !isReached(one.referral.state);
  const suggestions = await suggestFor(turn, one.referral, one.content);
  const show = (said: string | null): Extract<Effect, { type: 'view' }> => ({
    type: 'view',
    view: assignView(reader, one, suggestions, { support: turn.content.support, said, again }),
  });
  if (intent.answers === null) return [show(null)];
  // Two look at the desk at once: the first offer stands.
  if (one.current !== null && !again) return [show(words.meanwhile(one.current.supporter.name))];
  const { supporter: picked } = intent.answers;
  if (typeof picked !== 'string') return [{ ...show(null), errors: { supporter: words.noSupporter } }];
  const supporter = await chosen(turn, one, picked);
  if (supporter === null) return [{ ...show(null), errors: { supporter: words.cannotBeAsked } }];
  if (one.current !== null) await takeBackOffer(turn, one.current.offer, 'lapsed');
  await offerTo(turn, one.referral, supporter);
  return desk(turn, words.offered(supporter.name));
}

/** As they stand now that nobody else offers at the same time. */
async function chosen(turn: Turn, { referral, content }: Visible, id: string): Promise<Supporter | null> {
  await takeTurn(turn.db, 'offers');
  const { fitting, atLimit }: Suggestions = await suggestFor(turn, referral, content);
  const askable = fitting.length > 0 ? fitting.map(({ supporter }) => supporter) : atLimit;
  return askable.find((one) => one.id === id) ?? null;
}

/** `support.end:<referral>`: a director ends one that needs no supporter, such as one asked for twice. */
export async function endAtDesk(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const one = await lockVisible(turn, intent.about);
  if (one === null) return [{ type: 'view', view: goneView(turn.actor.reader) }];
  await closeReferral(turn, one.referral, one.content, 'ended');
  return desk(turn, wordsFor(turn.actor.reader).ended);
}

export async function notDirector({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).notDirector)];
}
