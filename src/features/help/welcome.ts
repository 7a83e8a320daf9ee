import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import { enqueue } from '../../outbox/store.ts';
import { markWelcomed } from '../../people/contacts/store.ts';
import { newId } from '../../system/ids.ts';
import { isAdministrator } from '../questions/rules.ts';
import { welcomeCard } from './cards.ts';

/** `members.installed`: one welcome for each contact, however often the platform says so. */
export async function installed({ db, from, now, settings }: Turn): Promise<readonly Effect[]> {
  if (!(await markWelcomed(db, from, now))) return [];
  const welcome = {
    key: `welcome:${newId()}`,
    to: from,
    card: welcomeCard(isAdministrator(settings.admins, from)),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [welcome], now);
  return [];
}
