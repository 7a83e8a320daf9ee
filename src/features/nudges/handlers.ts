import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn, Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import { sayInstant } from '../../calendar/say.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { hasRhythm } from '../../people/members/store.ts';
import { findCheckedIn } from '../checkins/store.ts';
import { questionsFor } from '../questions/store.ts';
import { laterCard } from './cards.ts';
import { sendReminder } from './messages.ts';
import { latersAhead, mondaysOf, readLater, remindAt } from './rules.ts';
import { wordsFor } from './words.ts';

/** `nudges.snooze`: this week's questions once more, at a better moment. A later wish replaces an earlier one. */
export async function snooze(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, pairs, content } = turn;
  const { member: me, reader } = turn.actor;
  if (pairs.length === 0 || !hasRhythm(me)) return nothingToRemindOf(turn);
  const words = wordsFor(reader);
  const week = weekOf(now, reader.timeZone);
  const questions = await questionsFor(db, content.bank, week);
  if (questions.source === 'none') return nothingToRemindOf(turn);
  const later = readLater(intent.about);
  const ahead = latersAhead(mondaysOf(me), now);
  if (later === undefined) {
    return [reply(ahead.length === 0 ? words.nextMonday : laterCard(reader, words.laterWhen, ahead))];
  }

  const instant = remindAt(later, mondaysOf(me), now);
  if (instant === null) return [reply(laterCard(reader, words.passed, ahead))];
  if (weekOf(instant, reader.timeZone) !== week) return [reply(words.nextMonday)];
  // Nothing is promised that wouldn't come.
  const pairIds = pairs.map((pair) => pair.id);
  const monday = { questions, pairs, checkedIn: await findCheckedIn(db, pairIds, [week]) };
  const isNew = await sendReminder(db, me, { monday, instant, now });
  return [
    reply(isNew ? words.remindYou(sayInstant(instant, reader)) : laterCard(reader, words.passed, ahead)),
  ];
}

/** For someone without a buddy, and in a week without questions. */
export async function nothingToRemindOf({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).noNudge)];
}
