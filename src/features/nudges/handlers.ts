import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import { sayInstant } from '../../calendar/say.en.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { cancelStartingWith, enqueue } from '../../outbox/store.ts';
import { findMember } from '../../people/members/store.ts';
import { findPairs } from '../pairing/store.ts';
import { questionsFor } from '../questions/store.ts';
import { laterCard, reminderCard } from './cards.ts';
import { laters, remindAt, reminderKey, reminderPrefix } from './rules.ts';
import { words } from './words.en.ts';

/** `nudges.snooze`: this week's questions once more, at a better moment. A later wish replaces an earlier one. */
export async function snooze(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, content } = turn;
  const me = await findMember(db, turn.from);
  if (me === null || (await findPairs(db, me.id)).length === 0) return [reply(words.noNudge)];
  const week = weekOf(now, me.timeZone);
  const questions = await questionsFor(db, content.bank, week);
  if (questions.source === 'none') return [reply(words.noNudge)];
  const later = laters.find((one) => one === intent.about.trim().toLowerCase());
  if (later === undefined) return [reply(laterCard(words.laterWhen))];

  const instant = remindAt(later, me, now);
  if (instant === null) return [reply(laterCard(words.passed))];
  if (weekOf(instant, me.timeZone) !== week) return [reply(words.nextMonday)];
  await cancelStartingWith(db, reminderPrefix(me.id));
  const reminder = {
    key: reminderKey(me.id, instant),
    to: me.person,
    card: reminderCard(questions),
    dueAt: instant,
    usefulUntil: instant + millisecondsInDay,
  };
  // The clock was set back over a reminder that was sent: nothing is promised that would not come.
  if ((await enqueue(db, [reminder], now)) === 0) return [reply(laterCard(words.passed))];
  return [reply(words.remindYou(sayInstant(instant, me.timeZone)))];
}
