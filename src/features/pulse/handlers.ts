import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace } from '../../chat/say.ts';
import { answeredCard, closedCard, weighsCard } from './cards.ts';
import { countTap, type Tap } from './count-store.ts';
import { readTap, steps } from './rules.ts';

/** `pulse.answer`: how someone is. Who they are is neither asked nor used: the token alone counts. */
export async function answerPulse(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { reader } = turn.actor;
  const { resources, pulse } = turn.content;
  const tapped = await tap(turn, about, 'feeling', steps);
  if (tapped === null) return [replace(closedCard(reader, resources))];
  const asking = { token: tapped.token, drivers: pulse.drivers };
  return [replace(weighsCard(reader, asking, { isSpent: tapped.isSpent, resources }))];
}

/** `pulse.weighs`: what weighs most, of the hospital's list. */
export async function answerWeighs(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { resources, pulse } = turn.content;
  const drivers = pulse.drivers.map(({ id }) => id);
  const tapped = await tap(turn, about, 'weighs', drivers);
  const { reader } = turn.actor;
  if (tapped === null) return [replace(closedCard(reader, resources))];
  return [replace(answeredCard(reader, { isSpent: tapped.isSpent, resources }))];
}

/** Null for what counts nothing: a made-up or old token, or an answer that isn't one. */
async function tap(
  { db, now }: Turn,
  about: string,
  question: Tap['question'],
  answers: readonly string[],
): Promise<{ readonly token: string; readonly isSpent: boolean } | null> {
  const read = readTap(about);
  if (read === null || !answers.includes(read.answer)) return null;
  const outcome = await countTap(db, { question, answers, ...read }, now);
  return outcome === 'closed' ? null : { token: read.token, isSpent: outcome === 'spent' };
}
