import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { dayText, localDay, parseDay } from '../../calendar/local-time.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { reply } from '../../chat/say.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { type ProgramSettings, readSettings, saveSettings } from './support-settings-store.ts';
import { programSettingsView } from './support-settings-view.ts';
import { wordsFor } from './words.ts';

/** `support.settings`: who's served, how long an answer may take, and when supporters meet. */
export async function editProgramSettings(turn: Turn, { answers }: Intent): Promise<readonly Effect[]> {
  const { db, actor, now, hospital, content } = turn;
  const { professions } = content.support.choices;
  const settings = await readSettings(db);
  const view = programSettingsView(actor.reader, professions, settings);
  if (answers === null) return [{ type: 'view', view }];
  const today = dayText(localDay(now, hospital.timeZone));
  const errors = faultsOf(actor.reader, answers, { today, was: settings.meeting });
  if (Object.keys(errors).length > 0) return [{ type: 'view', view, errors }];
  const picked = typeof answers.professions === 'string' ? answers.professions.split(',') : [];
  const changed = changesOf(settings, {
    professions: professions.map(({ id }) => id).filter((id) => picked.includes(id)),
    answerHours: Number(answers.hours),
    offersNext: answers.offersNext !== 'no',
    meeting: typeof answers.meeting === 'string' ? answers.meeting : null,
  });
  await saveSettings(db, changed);
  for (const about of Object.keys(changed))
    await writeAudit(db, { by: nameOf(actor), action: 'set', about }, now);
  return [reply(wordsFor(actor.reader).settings.saved)];
}

/** As long as an answer may take (hours). */
const fewestHours = 4;
const mostHours = 72;

/** A day that has passed may stay as it was; it reminds nobody. */
function faultsOf(
  reader: Reader,
  { hours, meeting }: Answers,
  { today, was }: { readonly today: string; readonly was: string | null },
): FieldErrors {
  const words = wordsFor(reader).settings;
  const number = typeof hours === 'string' && /^\d{1,2}$/.test(hours.trim()) ? Number(hours) : 0;
  const isDay =
    meeting === undefined ||
    (typeof meeting === 'string' && parseDay(meeting) !== null && (meeting >= today || meeting === was));
  return {
    ...(number >= fewestHours && number <= mostHours ? {} : { hours: words.notHours }),
    ...(isDay ? {} : { meeting: words.notADay }),
  };
}

function changesOf(was: ProgramSettings, set: Partial<ProgramSettings>): Partial<ProgramSettings> {
  const before: Readonly<Record<string, unknown>> = { ...was };
  return Object.fromEntries(
    Object.entries(set).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}
