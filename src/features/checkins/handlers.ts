import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { findMember, type Member, mentionOf } from '../../people/members/store.ts';
import { findPairs, type Pair } from '../pairing/store.ts';
import { statusCard } from './cards.ts';
import { canBeAcknowledged, readAcknowledgement } from './rules.ts';
import { readStatus } from './status.ts';
import { acknowledge } from './store.ts';
import { words } from './words.en.ts';

/**
 * `checkins.acknowledge`: one tap by either of the two, for their pair and the button's week. As a command, for this
 * week: at once with one buddy, by the status card with several.
 */
export async function acknowledgeCheckin(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  const pairs = me === null ? [] : await findPairs(turn.db, me.id);
  const [only, ...others] = pairs;
  if (intent.about === '') {
    if (me === null || only === undefined || others.length > 0) return [reply(await freshStatus(turn))];
    await record(turn, me, only, weekOf(turn.now, me.timeZone));
    return [reply(words.noted(mentionOf(only.buddy)))];
  }

  const thisWeek = weekOf(turn.now, me?.timeZone ?? turn.settings.timeZone);
  const wanted = readAcknowledgement(intent.about);
  const pair = pairs.find((one) => one.id === wanted?.pairId);
  if (me === null || wanted === null || pair === undefined) return [reply(words.notYours)];
  if (!canBeAcknowledged(wanted.week, thisWeek)) return [reply(words.weekClosed)];
  const mine = await record(turn, me, pair, wanted.week);
  if (mine?.isExcepted) return [replace(mine.card)];
  if (turn.message === null) return [replace(await freshStatus(turn))];
  const noted = wanted.week === thisWeek ? words.noted : words.notedForItsWeek;
  return [reply(noted(mentionOf(pair.buddy)))];
}

/** Writes it down and shows it to both. */
async function record(turn: Turn, me: Member, pair: Pair, week: IsoWeek): ReturnType<Turn['redraw']> {
  const { db, now } = turn;
  await acknowledge(db, pair.id, me.id, week, now);
  await turn.redraw(db, pair.buddy.id, week, { now, except: null });
  return turn.redraw(db, me.id, week, { now, except: turn.message });
}

async function freshStatus(turn: Turn): Promise<ReturnType<typeof statusCard>> {
  return statusCard(await readStatus(turn), turn.now);
}
