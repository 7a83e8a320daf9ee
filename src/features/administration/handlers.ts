import type { Turn } from '../../bot/turn.ts';
import { addWeeks, weekOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { findAllAppointed } from '../../people/roles/store.ts';
import { readFigures, type WeekFigures } from '../figures/read.ts';
import { questionsFor } from '../questions/store.ts';
import { linesButton } from '../resources/cards.ts';
import { linesHere } from '../resources/own-store.ts';
import { type Doors, programDeskCard } from './cards.ts';

/** As many as `figures.show` looks back. */
const weeksBack = 4;

/** `program.desk`: the administrators' one way in. */
export async function showProgramDesk(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, actor, hospital, content } = turn;
  const { timeZone, smallestGroup } = hospital;
  const nextWeek = addWeeks(weekOf(now, timeZone), 1);
  const figures = await readFigures(db, { now, zone: timeZone, weeks: weeksBack, smallest: smallestGroup });
  const doors: Omit<Doors, 'lines'> = {
    next: (await questionsFor(db, content.bank, nextWeek)).source,
    last: lastMonday(figures),
    weeks: figures.length,
    appointed: (await findAllAppointed(db)).length,
  };
  const lines = linesButton(actor.reader, await linesHere(db, content.resources, timeZone), now);
  return [reply(programDeskCard(actor.reader, { ...doors, lines }, actor.roles))];
}

/** In a word; what's withheld in figures of few people isn't told here either. */
function lastMonday([last]: readonly WeekFigures[]): Doors['last'] {
  if (last === undefined) return 'none';
  if (last.type === 'under-way') return last.progress.failed > 0 ? 'someNot' : 'underWay';
  const outcomes = last.figures?.outcomes ?? null;
  if (outcomes === null) return 'tooFew';
  if (outcomes.type === 'nearly-all') return outcomes.name === 'sent' ? 'allOut' : 'someNot';
  const failed = outcomes.shown.some(({ name }) => name === 'failed' || name === 'missed');
  return failed ? 'someNot' : 'allOut';
}
