import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { readFigures, type WeekFigures } from '../figures/read.ts';
import { readPlanning } from '../questions/planning.ts';
import { weekOnOffer } from '../questions/rules.ts';
import { questionsFor } from '../questions/store.ts';
import { reportCard } from './report-card.ts';

/** As many as can be under way, and the last one that's over, with room for holidays. */
const weeksBack = 4;

/**
 * `program.report`: how the running Monday goes and the last one went. It has no figures but those that are released. How many
 * will get the next is left out: read before and after, it would show one person's pause, however it's rounded.
 */
export async function showReport(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, actor, hospital, content } = turn;
  const { timeZone, smallestGroup: smallest } = hospital;
  const figures = await readFigures(db, { now, zone: timeZone, weeks: weeksBack, smallest });
  const { frozen } = await readPlanning(turn);
  const next = await questionsFor(db, content.bank, weekOnOffer(now, timeZone, frozen));
  return [reply(reportCard(actor.reader, { weeks: upToLastEnded(figures), next }))];
}

function upToLastEnded(figures: readonly WeekFigures[]): readonly WeekFigures[] {
  const last = figures.findIndex(({ type }) => type === 'ended');
  return last === -1 ? figures : figures.slice(0, last + 1);
}
