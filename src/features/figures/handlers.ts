import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { batchLines } from '../tallies/lines.ts';
import { findBatches } from '../tallies/store.ts';
import { figuresCard } from './cards.ts';
import { readAllFigures } from './read.ts';
import { wordsFor } from './words.ts';

const weeksShown = 8;
const batchesShown = 4;

/** `figures.show`: why nudges did or did not arrive, by reason and never by name. */
export async function showFigures({ db, now, actor, hospital, content }: Turn): Promise<readonly Effect[]> {
  const { timeZone, smallestGroup } = hospital;
  const figures = await readAllFigures(db, {
    now,
    zone: timeZone,
    weeks: weeksShown,
    smallest: smallestGroup,
  });
  const { kinds, professions } = content.support.choices;
  const { drivers } = content.pulse;
  const support = batchLines(actor.reader, await findBatches(db), kinds).slice(-batchesShown);
  return [reply(figuresCard(actor.reader, figures, smallestGroup, { professions, drivers, support }))];
}

/** For someone who isn't an administrator. */
export async function noFigures({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).notYours)];
}
