import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { figuresCard } from './cards.ts';
import { readFigures } from './read.ts';
import { wordsFor } from './words.ts';

const weeksShown = 4;

/** `figures.show`: why nudges did or did not arrive, by reason and never by name. */
export async function showFigures({ db, now, actor, hospital }: Turn): Promise<readonly Effect[]> {
  const { timeZone, smallestGroup } = hospital;
  const figures = await readFigures(db, { now, zone: timeZone, weeks: weeksShown, smallest: smallestGroup });
  return [reply(figuresCard(actor.reader, figures, smallestGroup))];
}

/** For someone who isn't an administrator. */
export async function noFigures({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).notYours)];
}
