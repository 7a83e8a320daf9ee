import type { Intent } from '../../bot/intent.ts';
import type { MemberHandler, MemberTurn, Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { mentionOf } from '../../people/members/store.ts';
import { endCard } from './cards.ts';
import { callOffPaired, sendEnded } from './messages.ts';
import { endPair, type Pair } from './store.ts';
import { wordsFor } from './words.ts';

/**
 * `pairing.end`: without a pair it asks once which; with one it ends at once and tells the other. `callOff` takes back
 * what still waits between the two; it's passed in, because it belongs to a room further right.
 */
export function end(callOff: (db: Executor, pairId: string) => Promise<unknown>): MemberHandler {
  return async (turn, intent) => {
    const { db, now, pairs } = turn;
    if (pairs.length === 0) return nothingToEnd(turn, intent);
    const { member: me, reader } = turn.actor;
    if (intent.about === '') return [reply(endCard(reader, pairs))];

    const words = wordsFor(reader);
    const pair = pairs.find((one) => one.id === intent.about);
    if (pair === undefined || !(await endPair(db, pair.id, now))) return [replace(words.endedAlready)];
    await callOffPaired(db, pair, me);
    await callOff(db, pair.id);
    await sendEnded(db, pair, me, now);
    await redrawBoth(turn, pair);
    return [replace(words.ended(mentionOf(pair.buddy)))];
  };
}

/** For someone without a buddy. */
export async function nothingToEnd({ actor }: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const words = wordsFor(actor.reader);
  return about === '' ? [reply(words.noBuddyYet)] : [replace(words.endedAlready)];
}

async function redrawBoth({ db, now, actor, redraw }: MemberTurn, { buddy }: Pair): Promise<void> {
  for (const member of [actor.member, buddy]) {
    await redraw(db, [member], weekOf(now, member.timeZone), { now, except: null });
  }
}
