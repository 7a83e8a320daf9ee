import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn, Turn } from '../../bot/turn.ts';
import { type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { mentionOf } from '../../people/members/store.ts';
import type { Pair } from '../pairing/store.ts';
import { canBeAcknowledged, readAcknowledgement } from './rules.ts';
import { showStatus, statusOf } from './status.ts';
import { acknowledge } from './store.ts';
import { wordsFor } from './words.ts';

/**
 * `checkins.acknowledge`: one tap by either of the two, for their pair and the button's week. As a command, for this
 * week: at once with one buddy, by the status card with several.
 */
export async function acknowledgeCheckin(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { now, pairs } = turn;
  const { reader } = turn.actor;
  const words = wordsFor(reader);
  const thisWeek = weekOf(now, reader.timeZone);
  if (intent.about === '') {
    const [only, ...others] = pairs;
    if (only === undefined || others.length > 0) return showStatus(turn);
    await record(turn, only, thisWeek);
    return [reply(words.noted(mentionOf(only.buddy)))];
  }

  const wanted = readAcknowledgement(intent.about);
  const pair = pairs.find((one) => one.id === wanted?.pairId);
  if (wanted === null || pair === undefined) return [reply(words.notYours)];
  if (!canBeAcknowledged(wanted.week, thisWeek)) return [reply(words.weekClosed)];
  const pressed = await record(turn, pair, wanted.week);
  if (pressed !== null) return [replace(pressed)];
  if (turn.message === null) return [replace(await statusOf(turn))];
  const noted = wanted.week === thisWeek ? words.noted : words.notedForItsWeek;
  return [reply(noted(mentionOf(pair.buddy)))];
}

/** For someone who has no buddy, or no longer the one of that button. */
export async function nothingToAcknowledge(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  return about === '' ? showStatus(turn) : [reply(wordsFor(turn.actor.reader).notYours)];
}

/** Writes it down and shows it to both. The pressed message, as it is now; null when it isn't this week's. */
async function record(turn: MemberTurn, pair: Pair, week: IsoWeek): Promise<Card | null> {
  const { db, now, message, actor } = turn;
  const { id: memberId } = actor.member;
  await acknowledge(db, pair.id, memberId, week, now);
  const except = message === null ? null : { memberId, message };
  return turn.redraw(db, [pair.buddy, actor.member], week, { now, except });
}
