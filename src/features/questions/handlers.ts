import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { addWeeks, type IsoWeek, parseIsoWeek, weekOf } from '../../calendar/iso-week.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Form } from '../../chat/form.ts';
import { operatorKey } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { enqueue } from '../../outbox/store.ts';
import { findMember } from '../../people/members/store.ts';
import { newId } from '../../system/ids.ts';
import {
  adminCard,
  cannotEditCard,
  notAdministratorCard,
  previewCard,
  savedCard,
  skippedCard,
  thisWeekCard,
} from './cards.ts';
import { postForm, skipForm } from './forms.ts';
import {
  bankSetFor,
  checkQuestions,
  checkSkip,
  earliestOpenWeek,
  type Faults,
  isAdministrator,
  type Planning,
  weekFault,
  weekOnOffer,
  weeksOnOffer,
} from './rules.ts';
import {
  findFrozenWeeks,
  findPlanned,
  markNoNudge,
  questionsFor,
  saveQuestions,
  unmarkNoNudge,
} from './store.ts';
import { words } from './words.en.ts';

/** So many weeks are shown to administrators, this one included. */
const weeksShown = 8;

/** `questions.show`: this week's two questions, for whoever asks. */
export async function showQuestions(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, from, settings, content } = turn;
  const me = await findMember(db, from);
  const week = weekOf(now, me?.timeZone ?? settings.timeZone);
  const questions = await questionsFor(db, content.bank, week);
  return [reply(thisWeekCard(questions, isAdministrator(settings.admins, from)))];
}

/** `questions.admin`: the weeks ahead, and what an administrator can do about them. */
export async function adminQuestions(turn: Turn): Promise<readonly Effect[]> {
  if (!mayPost(turn)) return refuse(turn);
  const { db, now, settings, content } = turn;
  const thisWeek = weekOf(now, settings.timeZone);
  const shown = Array.from({ length: weeksShown }, (_, count) => addWeeks(thisWeek, count));
  const planning = await readPlanning(turn);
  const next = weekOnOffer(now, settings.timeZone, planning.frozen);
  const toEdit = weeksOnOffer(planning, settings.timeZone, next);
  return [reply(adminCard(await findPlanned(db, content.bank, shown), toEdit, next))];
}

/** `questions.post`: opens the form for the week it is about; with answers, saves them. The right is checked both times. */
export async function postQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (!mayPost(turn)) return refuse(turn);
  const { db, content } = turn;
  const planning = await readPlanning(turn);
  if (intent.answers === null) return openPostForm(turn, intent, planning);

  const checked = checkQuestions(intent.answers, planning);
  const refuseIn = async (faults: Faults<string>): Promise<readonly Effect[]> =>
    formErrors(await makePostForm(turn, planning, null), faults);
  if (!checked.ok) return refuseIn(checked.faults);
  const { week } = checked.value;
  if (!(await saveQuestions(db, week, checked.value))) return refuseIn({ week: 'frozen' });
  return [reply(savedCard(await questionsFor(db, content.bank, week)))];
}

async function openPostForm(turn: Turn, intent: Intent, planning: Planning): Promise<readonly Effect[]> {
  const wanted = parseIsoWeek(intent.about);
  const fault = wanted === null ? null : weekFault(wanted, planning);
  if (fault !== null) return [reply(cannotEditCard(words.faults[fault]))];
  return [{ type: 'open-form', form: await makePostForm(turn, planning, wanted) }];
}

/** The form for this week, or for the one that is next without questions of its own. */
async function makePostForm(
  { db, content, settings, now }: Turn,
  planning: Planning,
  wanted: IsoWeek | null,
): Promise<Form> {
  const week = wanted ?? weekOnOffer(now, settings.timeZone, planning.frozen);
  const weeks = weeksOnOffer(planning, settings.timeZone, week);
  const planned = await questionsFor(db, content.bank, week);
  return postForm(weeks, planned, bankSetFor(content.bank, week));
}

/** `questions.skip`: opens the form; with answers, takes a week's nudge away or brings it back. */
export async function skipWeek(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (!mayPost(turn)) return refuse(turn);
  const { db } = turn;
  const planning = await readPlanning(turn);
  const form = await makeSkipForm(turn, planning);
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const checked = checkSkip(intent.answers, planning);
  if (!checked.ok) return formErrors(form, checked.faults);
  const { week, hasNudge } = checked.value;
  const isSaved = hasNudge ? await unmarkNoNudge(db, week) : await markNoNudge(db, week);
  return isSaved ? [reply(skippedCard(week, hasNudge))] : formErrors(form, { week: 'frozen' });
}

async function makeSkipForm({ db, content, settings, now }: Turn, planning: Planning): Promise<Form> {
  const week = weekOnOffer(now, settings.timeZone, planning.frozen);
  const planned = await findPlanned(db, content.bank, weeksOnOffer(planning, settings.timeZone, week));
  return skipForm(planned, week);
}

/** `questions.preview`: the week's message, sent to the administrator alone. Its own buttons come back here too. */
export async function previewQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (intent.about.startsWith('button')) return [reply(words.preview.nothingRecorded)];
  if (!mayPost(turn)) return refuse(turn);
  const { db, now, settings, content } = turn;
  const { frozen } = await readPlanning(turn);
  const week = parseIsoWeek(intent.about) ?? weekOnOffer(now, settings.timeZone, frozen);
  const questions = await questionsFor(db, content.bank, week);
  if (questions.source === 'none') return [reply(words.preview.noNudge(week))];
  const message = {
    key: `preview:${newId()}`,
    to: turn.from,
    card: previewCard(questions),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
  return [reply(words.preview.onItsWay(week))];
}

function mayPost({ settings, from }: Turn): boolean {
  return isAdministrator(settings.admins, from);
}

function refuse({ from }: Turn): readonly Effect[] {
  return [reply(notAdministratorCard(operatorKey(from)))];
}

async function readPlanning({ db, now }: Turn): Promise<Planning> {
  return { now, frozen: await findFrozenWeeks(db, earliestOpenWeek(now)) };
}

function formErrors(form: Form, faults: Faults<string>): readonly Effect[] {
  const errors = Object.entries(faults).flatMap(([field, fault]) =>
    fault === undefined ? [] : [[field, words.faults[fault]] as const],
  );
  return [{ type: 'form-errors', form, errors: Object.fromEntries(errors) }];
}
