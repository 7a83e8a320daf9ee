import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { localDay } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { membersByPage } from '../../people/members/due-store.ts';
import { isPaused } from '../../people/members/rules.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { readSettings, saveSettings } from '../program/support-settings-store.ts';
import { alreadyThankedCard, onItsWayCard, thankYouPreviewCard } from './cards.ts';
import { sendThankYou } from './messages.ts';

/** `program.thanks`: what everyone will read; about `send`, that it goes out, once in a year of the hospital's calendar. */
export async function thankEveryone(
  { db, now, actor, hospital }: Turn,
  intent: Intent,
): Promise<readonly Effect[]> {
  const { reader } = actor;
  const { year } = localDay(now, hospital.timeZone);
  if ((await readSettings(db)).membersThankedIn === year) return [reply(alreadyThankedCard(reader, year))];
  if (intent.about !== 'send') return [reply(thankYouPreviewCard(reader))];

  await saveSettings(db, { membersThankedIn: year });
  await writeAudit(db, { by: nameOf(actor), action: 'thanked', about: String(year) }, now);
  for await (const members of membersByPage(db)) {
    const present = members.filter(({ rhythm }) => !isPaused(rhythm, now));
    await sendThankYou(db, present, { year, now });
  }
  return [replace(onItsWayCard(reader))];
}
