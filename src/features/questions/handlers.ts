import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { addWeeks, type IsoWeek, parseIsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Form } from '../../chat/form.ts';
import { operatorKey } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { reply } from '../../chat/say.ts';
import {
  adminCard,
  cannotEditCard,
  notAdministratorCard,
  savedCard,
  skippedCard,
  thisWeekCard,
} from './cards.ts';
import { postForm, skipForm } from './forms.ts';
import { sendPreview } from './messages.ts';
import {
  bankSetFor,
  checkQuestions,
  checkSkip,
  earliestOpenWeek,
  type Faults,
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
import { wordsFor } from './words.ts';

/** So many weeks are shown to administrators, this one included. */
const weeksShown = 8;

/** `questions.show`: this week's two questions, for whoever asks. */
export async function showQuestions({ db, now, actor, content }: Turn): Promise<readonly Effect[]> {
  const questions = await questionsFor(db, content.bank, weekOf(now, actor.reader.timeZone));
  return [reply(thisWeekCard(actor, questions))];
}

/** For someone who isn't an administrator: who is, and how to become one. */
export async function notAdministrator({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(notAdministratorCard(actor.reader, operatorKey(actor.account)))];
}

/** `questions.admin`: the weeks ahead, and what an administrator can do about them. */
export async function adminQuestions(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, actor, hospital, content } = turn;
  const thisWeek = weekOf(now, hospital.timeZone);
  const shown = Array.from({ length: weeksShown }, (_, count) => addWeeks(thisWeek, count));
  const planning = await readPlanning(turn);
  const next = weekOnOffer(now, hospital.timeZone, planning.frozen);
  const toEdit = weeksOnOffer(planning, hospital.timeZone, next);
  const planned = await findPlanned(db, content.bank, shown);
  return [reply(adminCard(actor.reader, { planned, toEdit, next }))];
}

/** `questions.post`: opens the form for the week it is about; with answers, saves them. */
export async function postQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const planning = await readPlanning(turn);
  if (intent.answers === null) return openPostForm(turn, intent, planning);

  const checked = checkQuestions(intent.answers, planning);
  const refuse = async (faults: Faults<string>): Promise<readonly Effect[]> =>
    formErrors(actor.reader, await makePostForm(turn, planning, null), faults);
  if (!checked.ok) return refuse(checked.faults);
  const { week } = checked.value;
  if (!(await saveQuestions(db, week, checked.value))) return refuse({ week: 'frozen' });
  return [reply(savedCard(actor.reader, await questionsFor(db, content.bank, week)))];
}

async function openPostForm(turn: Turn, intent: Intent, planning: Planning): Promise<readonly Effect[]> {
  const { reader } = turn.actor;
  const wanted = parseIsoWeek(intent.about);
  const fault = wanted === null ? null : weekFault(wanted, planning);
  if (fault !== null) return [reply(cannotEditCard(reader, wordsFor(reader).faults[fault]))];
  return [{ type: 'open-form', form: await makePostForm(turn, planning, wanted) }];
}

/** The form for this week, or for the one that is next without questions of its own. */
async function makePostForm(
  { db, now, actor, hospital, content }: Turn,
  planning: Planning,
  wanted: IsoWeek | null,
): Promise<Form> {
  const week = wanted ?? weekOnOffer(now, hospital.timeZone, planning.frozen);
  return postForm(actor.reader, {
    weeks: weeksOnOffer(planning, hospital.timeZone, week),
    planned: await questionsFor(db, content.bank, week),
    bank: bankSetFor(content.bank, week),
  });
}

/** `questions.skip`: opens the form; with answers, takes a week's nudge away or brings it back. */
export async function skipWeek(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const planning = await readPlanning(turn);
  const form = await makeSkipForm(turn, planning);
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const checked = checkSkip(intent.answers, planning);
  if (!checked.ok) return formErrors(actor.reader, form, checked.faults);
  const { week, hasNudge } = checked.value;
  const isSaved = hasNudge ? await unmarkNoNudge(db, week) : await markNoNudge(db, week);
  if (!isSaved) return formErrors(actor.reader, form, { week: 'frozen' });
  return [reply(skippedCard(actor.reader, week, hasNudge))];
}

async function makeSkipForm({ db, now, actor, hospital, content }: Turn, planning: Planning): Promise<Form> {
  const week = weekOnOffer(now, hospital.timeZone, planning.frozen);
  const planned = await findPlanned(db, content.bank, weeksOnOffer(planning, hospital.timeZone, week));
  return skipForm(actor.reader, planned, week);
}

/** `questions.preview`: the week's message, sent to the administrator alone. Its own buttons come back here too. */
export async function previewQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, hospital, content } = turn;
  const { preview } = wordsFor(actor.reader);
  if (intent.about.startsWith('button')) return [reply(preview.nothingRecorded)];
  const { frozen } = await readPlanning(turn);
  const week = parseIsoWeek(intent.about) ?? weekOnOffer(now, hospital.timeZone, frozen);
  const questions = await questionsFor(db, content.bank, week);
  if (questions.source === 'none') return [reply(preview.noNudge(week))];
  await sendPreview(db, actor, questions, now);
  return [reply(preview.onItsWay(week))];
}

async function readPlanning({ db, now }: Turn): Promise<Planning> {
  return { now, frozen: await findFrozenWeeks(db, earliestOpenWeek(now)) };
}

function formErrors(reader: Reader, form: Form, faults: Faults<string>): readonly Effect[] {
  const words = wordsFor(reader);
  const errors = Object.entries(faults).flatMap(([field, fault]) =>
    fault === undefined ? [] : [[field, words.faults[fault]] as const],
  );
  return [{ type: 'form-errors', form, errors: Object.fromEntries(errors) }];
}
