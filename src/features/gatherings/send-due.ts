import { addDays, dayText, instantAt, localDay, localMinute, parseDay } from '../../calendar/local-time.ts';
import { minutesInHour } from '../../calendar/spans.ts';
import type { Reader } from '../../chat/reader.ts';
import type { SupportText } from '../../content/support.ts';
import type { Telling } from '../../people/find-reader.ts';
import { readSettings, saveSettings } from '../program/support-settings-store.ts';
import { findActive } from '../supporters/store.ts';
import { meetingCard, thanksCard } from './cards.ts';
import { sendMeeting, sendThanks } from './messages.ts';

/** From nine in the hospital's morning on. */
const fromMinute = 9 * minutesInHour;

const remindsDaysBefore = 7;

/** Reminds every supporter of the quarterly meeting, a week before it and on its day. How many messages that were. */
export async function remindOfMeeting(parts: Telling, texts: readonly SupportText[]): Promise<number> {
  const { db, now } = parts;
  const { timeZone } = parts.hospital;
  const { meeting, remindedOf } = await readSettings(db);
  const day = meeting === null ? null : parseDay(meeting);
  if (meeting === null || day === null || localMinute(now, timeZone) < fromMinute) return 0;
  const today = dayText(localDay(now, timeZone));
  if (today > meeting || today < dayText(addDays(day, -remindsDaysBefore))) return 0;
  const when = today === meeting ? 'today' : 'week';
  if (remindedOf === `${meeting}/${when}`) return 0;
  await saveSettings(db, { remindedOf: `${meeting}/${when}` });
  const agendas = texts.find(({ id }) => id === 'agendas');
  const reminder = {
    day: meeting,
    when,
    cardFor: (reader: Reader) => meetingCard(reader, { day: meeting, isToday: when === 'today', agendas }),
    until: instantAt(addDays(day, 1), 0, timeZone),
  } as const;
  return sendMeeting(parts, await findActive(db), reminder);
}

/** The thanks go out as the year ends. */
const thanksMonth = 12;

/** Thanks every supporter once a year, all on the same day and in the same words: nothing is counted for it. */
export async function thankSupporters(parts: Telling): Promise<number> {
  const { db, now } = parts;
  const { timeZone } = parts.hospital;
  const { year, month } = localDay(now, timeZone);
  if (month !== thanksMonth || localMinute(now, timeZone) < fromMinute) return 0;
  const { thankedIn } = await readSettings(db);
  if (thankedIn === year) return 0;
  await saveSettings(db, { thankedIn: year });
  const firstOfMonth = instantAt({ year, month, day: 1 }, 0, timeZone);
  const supporters = (await findActive(db)).filter(({ createdAt }) => createdAt < firstOfMonth);
  return sendThanks(parts, supporters, { year: String(year), cardFor: thanksCard });
}
