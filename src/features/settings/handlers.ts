import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn, Turn } from '../../bot/turn.ts';
import { parseClockTime } from '../../calendar/local-time.ts';
import { cadences } from '../../calendar/monday.ts';
import type { Element } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { type Language, languages } from '../../chat/language.ts';
import type { Hours } from '../../chat/reader.ts';
import { reply, text } from '../../chat/say.ts';
import { chooseLanguage } from '../../people/chosen-languages/store.ts';
import { type Rhythm, scheduleByCadence, scheduleSameWeek } from '../../people/members/rules.ts';
import { hasRhythm, type MemberWithRhythm } from '../../people/members/store.ts';
import { saveDeeper, saveHours, saveLanguage, saveRhythm } from '../../people/members/wishes-store.ts';
import { accountElements } from '../accounts/cards.ts';
import { findLinked } from '../accounts/store.ts';
import { askElements } from '../invitations/cards.ts';
import { findAskRefusals } from '../invitations/refusal-store.ts';
import { deeperCard, languageButtons, sayNext, settingsCard, settingsForm } from './cards.ts';
import { professionSettings } from './profession.ts';
import { readDeeper, readHours, readLanguage } from './rules.ts';
import { wordsFor } from './words.ts';

/** `settings.edit`: when the Monday questions come, and how often. */
export async function editSettings(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, pairs } = turn;
  const { member: me, reader } = turn.actor;
  const words = wordsFor(reader);
  if (intent.isTyped) return showSettings(turn);
  if (!hasRhythm(me)) return nothingToSet(turn);
  const form = settingsForm(reader, me);
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const { time, cadence, language = me.chosenLanguage, hours = me.hours } = readAnswers(intent.answers);
  if (time === null || cadence === undefined) {
    const errors: Record<string, string> = {};
    if (time === null) errors.time = words.noTime;
    if (cadence === undefined) errors.cadence = words.noCadence;
    return [{ type: 'form-errors', form, errors }];
  }
  const saved = await save(turn, me, { nudgeMinute: time, cadence });
  await saveLanguage(db, me.id, language);
  await saveHours(db, me.id, hours);
  const from = { ...reader, hours, language: language ?? me.language };
  const next = sayNext(from, saved, { hasBuddy: pairs.length > 0, now });
  return [reply(`${wordsFor(from).saved} ${next}`)];
}

/** What is set, with what can be changed about it. */
async function showSettings(turn: Turn): Promise<readonly Effect[]> {
  const { db, hospital } = turn;
  const { member: me, reader } = turn.actor;
  if (me === null) return nothingToSet(turn);
  const linked = await findLinked(db, me.id);
  const accounts = accountElements(reader, me, { linked, platforms: hospital.platforms });
  const profession = await professionSettings({ ...turn, actor: { ...turn.actor, member: me } });
  return [reply(settingsCard(reader, me, [...profession, ...accounts, ...(await whoMayAsk(turn))]))];
}

/** `settings.deeper`: on or off, what some Mondays have for those with more time. */
export async function setDeeper(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const isWanted = readDeeper(intent.about);
  if (isWanted === null) return showSettings(turn);
  await saveDeeper(db, actor.member.id, isWanted);
  return [reply(deeperCard(actor.reader, isWanted))];
}

/** `settings.language`: what someone reads from now on, whether they take part or not. The answer is in it already. */
export async function setLanguage(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor } = turn;
  const language = languages.find((one) => one === intent.about);
  if (language === undefined) return showSettings(turn);
  if (actor.member !== null) await saveLanguage(db, actor.member.id, language);
  else await chooseLanguage(db, actor.account, language, now);
  const buttons = [...languageButtons({ ...actor.reader, language })];
  return [reply({ elements: [text(wordsFor({ language }).inThisLanguage), { type: 'buttons', buttons }] })];
}

/** For someone who's no member, or has had no buddy yet. */
export async function nothingToSet(turn: Turn): Promise<readonly Effect[]> {
  const { nobodyYet } = wordsFor(turn.actor.reader);
  const buttons = languageButtons(turn.actor.reader);
  return [reply({ elements: [text(nobodyYet), { type: 'buttons', buttons }, ...(await whoMayAsk(turn))] })];
}

async function whoMayAsk({ db, actor }: Turn): Promise<readonly Element[]> {
  return askElements(actor.reader, await findAskRefusals(db, actor.accounts));
}

function readAnswers(answers: Answers): {
  time: number | null;
  cadence: Rhythm['cadence'] | undefined;
  language: Language | null | undefined;
  hours: Hours | undefined;
} {
  return {
    time: parseClockTime(String(answers.time ?? '')),
    cadence: cadences.find((one) => one === answers.cadence),
    language: readLanguage(answers.language),
    hours: readHours(answers.hours),
  };
}

/** Another time keeps the week that comes next; another cadence counts afresh from the last one. */
async function save(
  { db, now }: MemberTurn,
  { id, timeZone, rhythm }: MemberWithRhythm,
  chosen: Pick<Rhythm, 'nudgeMinute' | 'cadence'>,
): Promise<Rhythm> {
  const wishes = { ...rhythm, ...chosen, timeZone };
  const schedule =
    chosen.cadence === rhythm.cadence
      ? scheduleSameWeek(rhythm.nextWeek, wishes)
      : scheduleByCadence(wishes, now);
  const saved = { ...rhythm, ...chosen, ...schedule };
  await saveRhythm(db, id, saved);
  return saved;
}
