import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { parseIsoWeek } from '../../calendar/iso-week.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Form } from '../../chat/form.ts';
import { reply } from '../../chat/say.ts';
import { nameOf } from '../../people/name-of.ts';
import { moveForm } from './forms.ts';
import { readPlanning } from './planning.ts';
import { movedCard } from './planning-cards.ts';
import { type Planning, type PostedQuestions, weekFault, weekOnOffer, weeksOnOffer } from './rules.ts';
import { findPlanned, questionsFor } from './store.ts';
import { saveTogether } from './together.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** `questions.move`: opens the form; with answers, two weeks ask what the other would have asked. */
export async function moveQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, content } = turn;
  const planning = await readPlanning(turn);
  const form = await makeForm(turn, planning);
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const refuse = (errors: FieldErrors): readonly Effect[] => [{ type: 'form-errors', form, errors }];
  const words = wordsFor(actor.reader);
  const week = await movable(turn, planning, intent, 'week');
  const to = await movable(turn, planning, intent, 'to');
  if (typeof week === 'string' || typeof to === 'string')
    return refuse({
      ...(typeof week === 'string' ? { week } : {}),
      ...(typeof to === 'string' ? { to } : {}),
    });
  if (week.week === to.week) return refuse({ to: words.move.same });
  const swapped = [asking(week, to), asking(to, week)];
  if (!(await saveTogether(db, swapped, { by: nameOf(actor), action: 'moved', now })))
    return refuse({ [week.week < to.week ? 'week' : 'to']: words.faults.frozen });
  const both = [to, week].map((one) => questionsFor(db, content.bank, one.week));
  return [reply(movedCard(actor.reader, await Promise.all(both)))];
}

/** The week of a field, or why nothing can be moved from or to it. */
async function movable(
  { db, actor, content }: Turn,
  planning: Planning,
  { answers }: Intent,
  field: 'week' | 'to',
): Promise<WeekQuestions | string> {
  const { faults, move } = wordsFor(actor.reader);
  const typed = answers?.[field];
  const week = typeof typed === 'string' ? parseIsoWeek(typed) : null;
  const fault = week === null ? 'no-week' : weekFault(week, planning);
  if (week === null || fault !== null) return faults[fault ?? 'no-week'];
  const questions = await questionsFor(db, content.bank, week);
  return questions.source === 'none' ? move.noQuestions : questions;
}

/** The line above the questions stays: it's about its Monday. */
function asking({ week, note }: WeekQuestions, { first, second, inSpanish }: WeekQuestions): PostedQuestions {
  return { week, first, second, inSpanish, note };
}

async function makeForm({ db, now, actor, hospital, content }: Turn, planning: Planning): Promise<Form> {
  const next = weekOnOffer(now, hospital.timeZone, planning.frozen);
  const planned = await findPlanned(db, content.bank, weeksOnOffer(planning, hospital.timeZone, next));
  return moveForm(
    actor.reader,
    planned.filter(({ source }) => source !== 'none'),
  );
}
