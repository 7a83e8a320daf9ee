import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { copyCard, eraseCard, erasedCard, privacyCard } from './cards.ts';
import { erase } from './erase.ts';
import { findHeld, type Held, isNothing, isNothingToErase, saidOf } from './held.ts';
import { wordsFor } from './words.ts';

/** `privacy.show`: everything that is held about the one who asks, and what is not. */
export async function showPrivacy(turn: Turn): Promise<readonly Effect[]> {
  const { actor, hospital } = turn;
  const held = await findSaid(turn);
  return [reply(privacyCard(actor.reader, held, hospital.smallestGroup))];
}

/** `privacy.export`: the same, to take away; a long copy comes in parts, one for each press. */
export async function exportData(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor, now } = turn;
  const part = /^[1-9]\d?$/.test(intent.about) ? Number(intent.about) : 1;
  const held = await findSaid(turn);
  return [reply(copyCard(actor.reader, held, { now, part }))];
}

/** `privacy.forget`: asks once; with a yes it erases at once. */
export async function forget(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor } = turn;
  const { reader } = actor;
  if (intent.about === 'yes') {
    await erase(turn, actor.account);
    return [replace(erasedCard(reader, await findSaid(turn)))];
  }
  const all = await findHeld(turn, actor.account, reader);
  const held = saidOf(all);
  if (!isNothingToErase(held)) return [reply(eraseCard(reader))];
  // What isn't said goes without a question that would say it.
  if (!isNothingToErase(all)) await erase(turn, actor.account);
  const words = wordsFor(reader);
  return [reply(isNothing(held) ? words.nothingToErase : words.nothingMoreToErase)];
}

function findSaid(turn: Turn): Promise<Held> {
  return findHeld(turn, turn.actor.account, turn.actor.reader).then(saidOf);
}
