import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { isTimeZone, parseClockTime } from '../../calendar/local-time.ts';
import type { Words } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { languages } from '../../chat/language.ts';
import { reply } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { forgetProfessions } from '../../people/members/profession-store.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { type Ask, asks, holdAsk, isAsked, saveAsked } from './asks-store.ts';
import { hospitalForm } from './hospital-form.ts';
import {
  fewestInAGroup,
  type HospitalSettings,
  hospitalSettingNames,
  mostBuddies,
  mostInAGroup,
  readHospitalSettings,
  saveHospitalSettings,
} from './hospital-store.ts';
import { wordsFor } from './words.ts';

/** `program.settings`: what the hospital has decided, changed from chat. It counts for everyone from now on. */
export async function editHospital(turn: Turn, { answers }: Intent): Promise<readonly Effect[]> {
  const { db, actor, now, hospital } = turn;
  const words = wordsFor(actor.reader).hospital;
  const fromChat = await readHospitalSettings(db);
  const asked = await readAsked(db);
  const form = hospitalForm(actor.reader, hospital, { fromChat, asked });
  if (answers === null) return [{ type: 'open-form', form }];
  const { settings, errors } = readAnswers(answers, words);
  if (settings === null) return [{ type: 'form-errors', form, errors }];
  const picked = textOf(answers.reset).split(',');
  const reset = hospitalSettingNames.filter((name) => picked.includes(name) && fromChat[name] !== undefined);
  const changed = hospitalSettingNames.filter(
    (name) => settings[name] !== hospital[name] && !reset.includes(name),
  );
  const turned = asks.filter((ask) => isAnswer(answers[ask]) && (answers[ask] === 'yes') !== asked[ask]);
  if (changed.length + reset.length + turned.length === 0) return [reply(words.same)];
  const saved = changed.map((name) => [name, settings[name]] as const);
  const given = reset.map((name) => [name, null] as const);
  await saveHospitalSettings(db, Object.fromEntries([...saved, ...given]));
  for (const ask of turned) await turnAsk(db, ask, !asked[ask]);
  const set = [...changed, ...turned.map((ask) => `${ask}-${asked[ask] ? 'off' : 'on'}`)];
  for (const about of set) await writeAudit(db, { by: nameOf(actor), action: 'set', about }, now);
  for (const about of reset) await writeAudit(db, { by: nameOf(actor), action: 'reset', about }, now);
  return [reply(words.saved)];
}

async function readAsked(db: Executor): Promise<Readonly<Record<Ask, boolean>>> {
  return { profession: await isAsked(db, 'profession'), pulse: await isAsked(db, 'pulse') };
}

/** Left as it is by a form of before, which doesn't have it. */
function isAnswer(answer: Answers[string] | undefined): boolean {
  return answer === 'yes' || answer === 'no';
}

async function turnAsk(db: Executor, ask: Ask, isOn: boolean): Promise<void> {
  await holdAsk(db, ask);
  await saveAsked(db, ask, isOn);
  if (ask === 'profession' && !isOn) await forgetProfessions(db);
}

type Sentences = ReturnType<typeof wordsFor>['hospital'];

/** All of it, or what's wrong, field by field. */
function readAnswers(answers: Answers, words: Sentences) {
  const zone = textOf(answers.timeZone);
  const nudgeMinute = parseClockTime(textOf(answers.time));
  const maxBuddies = wholeIn(answers.buddies, 1, mostBuddies);
  const smallestGroup = wholeIn(answers.smallest, fewestInAGroup, mostInAGroup);
  const language = languages.find((one) => one === answers.language) ?? null;
  const errors: Record<string, Words> = {};
  if (!isTimeZone(zone)) errors.timeZone = words.noTimeZone;
  if (nudgeMinute === null) errors.time = words.noTime;
  if (maxBuddies === null) errors.buddies = words.noBuddies;
  if (answers.guests !== 'yes' && answers.guests !== 'no') errors.guests = words.noGuests;
  if (smallestGroup === null) errors.smallest = words.noSmallest;
  if (language === null) errors.language = words.noLanguage;
  if (nudgeMinute === null || maxBuddies === null || smallestGroup === null || language === null)
    return { settings: null, errors };
  if (Object.keys(errors).length > 0) return { settings: null, errors };
  const guestsWelcome = answers.guests === 'yes';
  const settings: HospitalSettings = {
    ...{ timeZone: zone, nudgeMinute, maxBuddies },
    ...{ guestsWelcome, smallestGroup, language },
  };
  return { settings, errors };
}

function textOf(answer: Answers[string]): string {
  return typeof answer === 'string' ? answer.trim() : '';
}

function wholeIn(answer: Answers[string], from: number, to: number): number | null {
  const text = textOf(answer);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}
