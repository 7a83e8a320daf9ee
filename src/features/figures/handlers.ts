import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { isAdministrator } from '../questions/rules.ts';
import { figuresCard } from './cards.ts';
import { readFigures } from './read.ts';
import { words } from './words.en.ts';

const weeksShown = 4;

/** `figures.show`: why nudges did or did not arrive, by reason and never by name. */
export async function showFigures({ db, now, from, settings }: Turn): Promise<readonly Effect[]> {
  if (!isAdministrator(settings.admins, from)) return [reply(words.notYours)];
  const { timeZone, smallestGroup } = settings;
  const figures = await readFigures(db, { now, zone: timeZone, weeks: weeksShown, smallest: smallestGroup });
  return [reply(figuresCard(figures, smallestGroup))];
}
