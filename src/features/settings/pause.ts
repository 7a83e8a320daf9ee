import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn, Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { isPaused, type Pause } from '../../people/members/rules.ts';
import { hasRhythm, type MemberWithRhythm } from '../../people/members/store.ts';
import { saveOpenToInvitations, savePause } from '../../people/members/wishes-store.ts';
import { callOffReachesTo } from '../checkins/messages.ts';
import type { Pair } from '../pairing/store.ts';
import { pausedCard, pausedUntilCard, pauseForm, sayNext } from './cards.ts';
import { readPauseEnd } from './rules.ts';
import { wordsFor } from './words.ts';

/** `members.pause`: at once and until they resume; with a span or a day, until then. */
export async function pause(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { member: me, reader } = turn.actor;
  if (!hasRhythm(me)) return nothingToPause(turn);
  if (intent.about === '') {
    await startPause(turn, me, null);
    return [reply(pausedCard(reader, me))];
  }
  const isForm = intent.about === 'day';
  const form = pauseForm(reader);
  if (isForm && intent.answers === null) return [{ type: 'open-form', form }];

  const typed = isForm ? String(intent.answers?.day ?? '') : intent.about;
  const end = readPauseEnd(typed, turn.now, reader.timeZone);
  if (!end.ok) {
    const { refusals, dayErrors } = wordsFor(reader);
    if (isForm) return [{ type: 'form-errors', form, errors: { day: dayErrors[end.why] } }];
    return [reply(refusals[end.why])];
  }
  await startPause(turn, me, end.until);
  return [answer(turn, pausedUntilCard(reader, me, end.until))];
}

/** For someone who's no member, or has had no buddy yet. */
export async function nothingToPause({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).nothingToPause)];
}

/** `members.resume`: from now on. A Monday that came meanwhile and is not accounted for yet is left to the planner. */
export async function resume(turn: MemberTurn): Promise<readonly Effect[]> {
  const { db, now, pairs } = turn;
  const { member: me, reader } = turn.actor;
  const words = wordsFor(reader);
  const moment = { hasBuddy: pairs.length > 0, now };
  const { rhythm } = me;
  if (rhythm === null || !isPaused(rhythm, now))
    return [answer(turn, `${words.notPaused} ${sayNext(reader, rhythm, moment)}`)];

  await savePause(db, me.id, awake);
  await showBuddies(turn, pairs);
  const next = sayNext(reader, { ...rhythm, ...awake }, moment);
  return [answer(turn, `${words.welcomeBack} ${next}`)];
}

/** For someone who's no member. */
export async function nothingToResume({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).nothingToResume)];
}

const awake: Pause = { pausedAt: null, pausedUntil: null };

/** A weekly message that carried the button keeps its questions; any other answer takes the place of the old one. */
function answer(turn: Turn, said: Card | string): Effect {
  return turn.message === null ? replace(said) : reply(said);
}

async function startPause(turn: MemberTurn, me: MemberWithRhythm, until: number | null): Promise<void> {
  const { db, now, pairs } = turn;
  const wasPaused = isPaused(me.rhythm, now);
  await savePause(db, me.id, { pausedAt: wasPaused ? me.rhythm.pausedAt : now, pausedUntil: until });
  // Anyone who watches who is open to an invitation would see a pause begin and end: only they themselves come back there.
  if (me.isOpenToInvitations) await saveOpenToInvitations(db, me.id, false);
  await turn.callOff(db, me.id, 'paused');
  if (wasPaused) return;
  for (const pair of pairs) await callOffReachesTo(db, pair.id, me.id, now);
  await showBuddies(turn, pairs);
}

/** The buddies' messages of this week say that someone is away, or back; never why. */
export async function showBuddies(
  { db, now, redraw }: Pick<Turn, 'db' | 'now' | 'redraw'>,
  pairs: readonly Pair[],
): Promise<void> {
  for (const { buddy } of pairs) {
    await redraw(db, [buddy], weekOf(now, buddy.timeZone), { now, except: null });
  }
}
