import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { isPaused, type Pause } from '../../people/members/rules.ts';
import { findMember, type Member } from '../../people/members/store.ts';
import { savePause } from '../../people/members/wishes-store.ts';
import { callOffReaches } from '../checkins/not-reached.ts';
import { findPairs, type Pair } from '../pairing/store.ts';
import { pausedCard, pausedUntilCard, pauseForm, sayNext } from './cards.ts';
import { readPauseEnd } from './rules.ts';
import { words } from './words.en.ts';

/** `members.pause`: at once and until they resume; with a span or a day, until then. */
export async function pause(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  if (me === null) return [reply(words.nothingToPause)];
  if (intent.about === '') {
    await startPause(turn, me, null);
    return [reply(pausedCard)];
  }
  const isForm = intent.about === 'day';
  if (isForm && intent.answers === null) return [{ type: 'open-form', form: pauseForm }];

  const end = readPauseEnd(isForm ? String(intent.answers?.day ?? '') : intent.about, turn.now, me.timeZone);
  if (!end.ok) {
    if (isForm) {
      return [{ type: 'form-errors', form: pauseForm, errors: { day: words.dayErrors[end.why] } }];
    }
    return [reply(words.refusals[end.why])];
  }
  await startPause(turn, me, end.until);
  return [answer(turn, pausedUntilCard(end.until, me.timeZone))];
}

/** `members.resume`: from now on. A Monday that came meanwhile and is not accounted for yet is left to the planner. */
export async function resume(turn: Turn): Promise<readonly Effect[]> {
  const { db, now } = turn;
  const me = await findMember(db, turn.from);
  if (me === null) return [reply(words.nothingToResume)];
  const pairs = await findPairs(db, me.id);
  if (!isPaused(me, now)) return [answer(turn, `${words.notPaused} ${sayNext(me, pairs.length > 0, now)}`)];

  await savePause(db, me.id, awake);
  await showBuddies(turn, pairs);
  const next = sayNext({ ...me, ...awake }, pairs.length > 0, now);
  return [answer(turn, `${words.welcomeBack} ${next}`)];
}

const awake: Pause = { pausedAt: null, pausedUntil: null };

/** A weekly message that carried the button keeps its questions; any other answer takes the place of the old one. */
function answer(turn: Turn, said: Card | string): Effect {
  return turn.message === null ? replace(said) : reply(said);
}

async function startPause(turn: Turn, me: Member, until: number | null): Promise<void> {
  const { db, now } = turn;
  const wasPaused = isPaused(me, now);
  await savePause(db, me.id, { pausedAt: wasPaused ? me.pausedAt : now, pausedUntil: until });
  await turn.callOff(db, me.id, { now, outcome: 'paused' });
  if (wasPaused) return;
  const pairs = await findPairs(db, me.id);
  for (const pair of pairs) await callOffReaches(db, pair.id, me.id, now);
  await showBuddies(turn, pairs);
}

/** The buddies' messages of this week say that somebody is away, or back; never why. */
export async function showBuddies(
  turn: Pick<Turn, 'db' | 'now' | 'redraw'>,
  pairs: readonly Pair[],
): Promise<void> {
  const { db, now } = turn;
  for (const { buddy } of pairs) {
    await turn.redraw(db, buddy.id, weekOf(now, buddy.timeZone), { now, except: null });
  }
}
