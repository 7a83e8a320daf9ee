import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { cancel, cancelStartingWith, enqueue } from '../../outbox/store.ts';
import { findMember, type Member, mentionOf } from '../../people/members/store.ts';
import { endCard, otherEndedCard } from './cards.ts';
import { reachesOf } from './rules.ts';
import { endPair, findPairs, type Pair } from './store.ts';
import { words } from './words.en.ts';

/** `pairing.end`: without a pair it asks once which; with one it ends at once and tells the other. */
export async function end(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  const pairs = me === null ? [] : await findPairs(turn.db, me.id);
  if (intent.about === '') return [reply(pairs.length === 0 ? words.noBuddyYet : endCard(pairs))];

  const pair = pairs.find((one) => one.id === intent.about);
  if (me === null || pair === undefined || !(await endPair(turn.db, pair.id, turn.now))) {
    return [replace(words.endedAlready)];
  }
  await tellTheOther(turn, me, pair);
  return [replace(words.ended(mentionOf(pair.buddy)))];
}

async function tellTheOther(turn: Turn, me: Member, pair: Pair): Promise<void> {
  const { db, now } = turn;
  await cancel(db, [`paired:${pair.id}:${me.id}`, `paired:${pair.id}:${pair.buddy.id}`]);
  await cancelStartingWith(db, reachesOf(pair.id));
  await enqueue(
    db,
    [
      {
        key: `ended:${pair.id}`,
        to: pair.buddy.person,
        card: otherEndedCard(me),
        usefulUntil: now + millisecondsInWeek,
      },
    ],
    now,
  );
  for (const member of [me, pair.buddy]) {
    await turn.redraw(db, member.id, weekOf(now, member.timeZone), { now, except: null });
  }
}
