import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { addWeeks, type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { holidaysForm, withoutNudge } from './forms.ts';
import { readPlanning } from './planning.ts';
import { holidaysCard } from './planning-cards.ts';
import { weekOnOffer } from './rules.ts';
import { findPlanned, markNoNudge, unmarkNoNudge } from './store.ts';
import type { WeekQuestions } from './week-questions.ts';

/** So many Mondays stand in the form at least. */
const aYear = 52;

/** From September on, a hospital that plans the next year has all of it. */
const planningBegins = 9;

/** `questions.holidays`: opens the list of the year's Mondays; with answers, those picked have no nudge, and the others do. */
export async function setHolidays(turn: Turn, { answers }: Intent): Promise<readonly Effect[]> {
  const { db, now, actor } = turn;
  const weeks = await yearAhead(turn);
  if (answers === null) return [{ type: 'open-form', form: holidaysForm(actor.reader, weeks) }];
  const picked = typeof answers.weeks === 'string' ? answers.weeks.split(',') : [];
  for (const { week, source } of weeks) {
    const isHoliday = picked.includes(week);
    if (isHoliday === (source === 'none')) continue;
    // What went out meanwhile stays as it is.
    if (!(await (isHoliday ? markNoNudge(db, week) : unmarkNoNudge(db, week)))) continue;
    const action = isHoliday ? 'left-out' : 'brought-back';
    await writeAudit(db, { by: nameOf(actor), action, about: week }, now);
  }
  return [reply(holidaysCard(actor.reader, withoutNudge(await yearAhead(turn))))];
}

/** The Mondays from this one on that can be planned at once. */
export function mondaysAhead(next: IsoWeek): readonly IsoWeek[] {
  const { year, month } = mondayOf(next);
  const lastYear = month >= planningBegins ? year + 1 : year;
  const weeks = Array.from({ length: aYear }, (_, count) => addWeeks(next, count));
  for (let week = addWeeks(next, aYear); mondayOf(week).year <= lastYear; week = addWeeks(week, 1))
    weeks.push(week);
  return weeks;
}

/** Those Mondays, without the ones that are out. */
async function yearAhead({ db, now, hospital, content }: Turn): Promise<readonly WeekQuestions[]> {
  const { frozen } = await readPlanning({ db, now });
  const next = weekOnOffer(now, hospital.timeZone, frozen);
  const weeks = mondaysAhead(next);
  return findPlanned(
    db,
    content.bank,
    weeks.filter((week) => !frozen.has(week)),
  );
}
