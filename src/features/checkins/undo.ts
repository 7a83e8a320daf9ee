import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn } from '../../bot/turn.ts';
import { instantAt, localDay } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { mentionOf } from '../../people/members/store.ts';
import { readAcknowledgement } from './rules.ts';
import { takeBack } from './store.ts';
import { wordsFor } from './words.ts';

/** `checkins.undo`: a check-in noted by mistake, by the one who noted it, on the same day. */
export async function undoCheckin(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, pairs, message } = turn;
  const { member: me, reader } = turn.actor;
  const words = wordsFor(reader);
  const wanted = readAcknowledgement(intent.about);
  const pair = pairs.find((one) => one.id === wanted?.pairId);
  if (wanted === null || pair === undefined) return [reply(words.notYours)];
  const { week } = wanted;
  const since = startOfToday(now, reader.timeZone);
  if (!(await takeBack(db, pair.id, { memberId: me.id, week, since }))) return [reply(words.tooLateToUndo)];
  const pressed = await turn.redraw(db, [pair.buddy, me], week, {
    now,
    except: message === null ? null : { memberId: me.id, message },
  });
  return [pressed === null ? reply(words.undone(mentionOf(pair.buddy))) : replace(pressed)];
}

/** The first instant of the local day, in epoch milliseconds. */
export function startOfToday(now: number, timeZone: string): number {
  return instantAt(localDay(now, timeZone), 0, timeZone);
}
