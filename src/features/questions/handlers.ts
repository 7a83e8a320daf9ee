import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { addWeeks, type IsoWeek, parseIsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Answers, Form } from '../../chat/form.ts';
import { operatorKey } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { reply } from '../../chat/say.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { type AskedBefore, askedBefore, rememberedFrom } from './asked-before.ts';
import { askedIn } from './asked-in.ts';
import { thisWeekCard } from './cards.ts';
import { deeperFor } from './deeper.ts';
import { postForm, skipForm } from './forms.ts';
import { sendPreview } from './messages.ts';
import { readPlanning } from './planning.ts';
import { adminCard, cannotEditCard, notAdministratorCard, savedCard, skippedCard } from './planning-cards.ts';
import {
  checkQuestions,
  checkSkip,
  type Faults,
  type Planning,
  weekFault,
  weekOnOffer,
  weeksOnOffer,
  wouldReplace,
} from './rules.ts';
import {
  bankSetOf,
  deletePosted,
  findAsked,
  findPlanned,
  markNoNudge,
  questionsFor,
  saveQuestions,
  unmarkNoNudge,
} from './store.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** So many weeks are shown to administrators, this one included. */
const weeksShown = 12;

/** `questions.show`: this week's two questions, for anyone who asks. */
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
  const offered = weeksOnOffer(planning, hospital.timeZone, next);
  const toEdit = await findPlanned(db, content.bank, offered);
  const planned = await findPlanned(db, content.bank, shown);
  return [reply(adminCard(actor.reader, { planned, toEdit, next }))];
}

/** `questions.post`: opens the form for the week it is about; with answers, saves them. */
export async function postQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const planning = await readPlanning(turn);
  const edits = parseIsoWeek(intent.about);
  if (intent.answers === null) return openPostForm(turn, planning, edits);

  const checked = checkQuestions(intent.answers, planning);
  const refuse = async (errors: FieldErrors): Promise<readonly Effect[]> => [
    { type: 'form-errors', form: await makePostForm(turn, planning, edits), errors },
  ];
  if (!checked.ok) return refuse(sayFaults(actor.reader, checked.faults, intent.answers));
  const { week } = checked.value;
  const { faults } = wordsFor(actor.reader);
  const standing = await questionsFor(db, content.bank, week);
  const mayReplace = edits === week || intent.answers.replace === 'yes';
  if (wouldReplace(standing, checked.value, mayReplace))
    return refuse({ week: faults.taken(standing.first) });
  if (!(await saveQuestions(db, week, checked.value))) return refuse({ week: faults.frozen });
  await writeAudit(db, { by: nameOf(actor), action: 'posted', about: week }, turn.now);
  const bringsBack = standing.source === 'none';
  const saved = await questionsFor(db, content.bank, week);
  return [reply(savedCard(actor.reader, saved, { bringsBack, before: await findBefore(turn, saved) }))];
}

async function openPostForm(
  turn: Turn,
  planning: Planning,
  edits: IsoWeek | null,
): Promise<readonly Effect[]> {
  const { reader } = turn.actor;
  const fault = edits === null ? null : weekFault(edits, planning);
  if (fault !== null) return [reply(cannotEditCard(reader, wordsFor(reader).faults[fault]))];
  return [{ type: 'open-form', form: await makePostForm(turn, planning, edits) }];
}

/** The form for this week, or for the next one that nobody has posted for. */
async function makePostForm(
  { db, now, actor, hospital, content }: Turn,
  planning: Planning,
  edits: IsoWeek | null,
): Promise<Form> {
  const also = edits ?? weekOnOffer(now, hospital.timeZone, planning.frozen);
  const weeks = await findPlanned(db, content.bank, weeksOnOffer(planning, hospital.timeZone, also));
  const open = weeks.find((one) => (edits === null ? one.source !== 'posted' : one.week === edits));
  const planned = open ?? weeks[0] ?? (await questionsFor(db, content.bank, also));
  const bank = await bankSetOf(db, content.bank, planned.week);
  return postForm(actor.reader, { weeks, planned, bank, edits });
}

/** `questions.bank`: what was posted for a week goes, and the bank asks again. */
export async function backToBank(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const { post, faults, weekLabel } = wordsFor(actor.reader);
  const week = parseIsoWeek(intent.about);
  const fault = week === null ? 'no-week' : weekFault(week, await readPlanning(turn));
  if (week === null || fault !== null)
    return [reply(cannotEditCard(actor.reader, faults[fault ?? 'no-week']))];
  if (!(await deletePosted(db, week))) return [reply(post.nothingPosted(weekLabel(week)))];
  await writeAudit(db, { by: nameOf(actor), action: 'took-back', about: week }, turn.now);
  const { first, second } = askedIn(await questionsFor(db, content.bank, week), actor.reader.language);
  return [reply(post.isBank(weekLabel(week), first, second))];
}

/** `questions.skip`: opens the form; with answers, takes a week's nudge away or brings it back. */
export async function skipWeek(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const planning = await readPlanning(turn);
  const form = await makeSkipForm(turn, planning);
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const checked = checkSkip(intent.answers, planning);
  const refuse = (errors: FieldErrors): readonly Effect[] => [{ type: 'form-errors', form, errors }];
  if (!checked.ok) return refuse(sayFaults(actor.reader, checked.faults, intent.answers));
  const { week, hasNudge } = checked.value;
  const isSaved = hasNudge ? await unmarkNoNudge(db, week) : await markNoNudge(db, week);
  if (!isSaved) return refuse({ week: wordsFor(actor.reader).faults.frozen });
  const action = hasNudge ? 'brought-back' : 'left-out';
  await writeAudit(db, { by: nameOf(actor), action, about: week }, turn.now);
  return [reply(skippedCard(actor.reader, week, hasNudge))];
}

async function makeSkipForm({ db, now, actor, hospital, content }: Turn, planning: Planning): Promise<Form> {
  const week = weekOnOffer(now, hospital.timeZone, planning.frozen);
  const planned = await findPlanned(db, content.bank, weeksOnOffer(planning, hospital.timeZone, week));
  return skipForm(actor.reader, planned);
}

/** `questions.preview`: the week's message, sent to the administrator alone. Its own buttons come back here too. */
export async function previewQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, hospital, content } = turn;
  const { preview, faults, weekLabel } = wordsFor(actor.reader);
  if (intent.about.startsWith('button')) return [reply(preview.nothingRecorded)];
  const { frozen } = await readPlanning(turn);
  const wanted = intent.about === '' ? weekOnOffer(now, hospital.timeZone, frozen) : intent.about;
  const week = parseIsoWeek(wanted);
  if (week === null) return [reply(cannotEditCard(actor.reader, faults['no-week']))];
  const questions = await questionsFor(db, content.bank, week);
  if (questions.source === 'none') return [reply(preview.noNudge(weekLabel(week)))];
  // Frozen, it's what the week has; else what it will have.
  const deeper = questions.frozenAt === null ? deeperFor(content.deeper, week) : questions.deeper;
  const before = questions.source === 'posted' ? await findBefore(turn, questions) : [];
  await sendPreview(db, actor, { questions: { ...questions, deeper }, before }, now);
  return [reply(preview.onItsWay(weekLabel(week)))];
}

async function findBefore({ db, content }: Turn, questions: WeekQuestions): Promise<readonly AskedBefore[]> {
  return askedBefore(questions, await findAsked(db, content.bank, rememberedFrom(questions.week)));
}

/** What has to be changed, field by field. */
function sayFaults(reader: Reader, faults: Faults<string>, answers: Answers): FieldErrors {
  const words = wordsFor(reader);
  const errors = Object.entries(faults).flatMap(([field, fault]) => {
    if (fault === undefined || fault === 'taken') return [];
    if (fault === 'too-long')
      return [[field, words.faults[fault](String(answers[field] ?? '').trim().length)] as const];
    return [[field, words.faults[fault]] as const];
  });
  return Object.fromEntries(errors);
}
