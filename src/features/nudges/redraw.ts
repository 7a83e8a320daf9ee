import type { CallOff, Pressed, Redraw, RedrawOptions } from '../../bot/turn.ts';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Card } from '../../chat/card.ts';
import type { BankSet } from '../../content/bank.ts';
import type { Executor } from '../../db/schema.ts';
import { change, refreshQueuedChange } from '../../outbox/store.ts';
import { findMembers, hasRhythm, lockMembers, type Member } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { acknowledgementText } from '../checkins/rules.ts';
import { findCheckedIn, findNotedBy } from '../checkins/store.ts';
import { startOfToday } from '../checkins/undo.ts';
import { findPairsOfMany } from '../pairing/many-store.ts';
import type { Pair } from '../pairing/store.ts';
import { questionsFor } from '../questions/store.ts';
import { type Monday, nudgeCard } from './cards.ts';
import { callOffReminder, nudgeKey, takeBackNudge } from './messages.ts';
import { asWanted, latersAhead, mondaysOf } from './rules.ts';
import { addNotSent, findNudges, type Nudge } from './store.ts';

/** The weekly messages follow what they show: a check-in, a pause, an ending. See `Redraw` in turn.ts. */
export function createRedraw(bank: readonly BankSet[]): Redraw {
  return async (db, members, week, options) => {
    const ids = members.map((member) => member.id);
    // Two buddies of one member may check in at once: the second to draw has to see what the first one did.
    await lockMembers(db, ids);
    const there = await findMembers(db, ids);
    const pairsOf = await findPairsOfMany(db, there);
    const nudges = await findNudges(db, ids, week);
    const pairIds = [...pairsOf.values()].flat().map((pair) => pair.id);
    const known = {
      checkedIn: await findCheckedIn(db, [...new Set(pairIds)], [week]),
      questions: await questionsFor(db, bank, week),
    };
    let excepted: Card | null = null;
    for (const member of there) {
      const pairs = pairsOf.get(member.id) ?? [];
      const monday = {
        checkedIn: known.checkedIn,
        questions: asWanted(member, known.questions),
        pairs,
        notedToday: await notedToday(db, member, { pairs, week, now: options.now }),
        laters: hasRhythm(member) ? latersAhead(mondaysOf(member), options.now) : [],
      };
      const nudge = nudges.get(member.id);
      await callOffNeedless(db, member, week, monday);
      if (nudge === undefined) continue;
      excepted = (await drawOne(db, member, { monday, nudge, ...options })) ?? excepted;
    }
    return excepted;
  };
}

/** What the member can still take back. */
function notedToday(
  db: Executor,
  member: Member,
  { pairs, week, now }: { readonly pairs: readonly Pair[]; readonly week: IsoWeek; readonly now: number },
): Promise<ReadonlySet<string>> {
  const since = startOfToday(now, member.timeZone);
  return findNotedBy(
    db,
    pairs.map((pair) => pair.id),
    { memberId: member.id, week, since },
  );
}

interface Drawing extends RedrawOptions {
  readonly monday: Monday;
  readonly nudge: Nudge;
}

/** The card, when the message is the excepted one. */
async function drawOne(
  db: Executor,
  member: Member,
  { monday, nudge, now, except }: Drawing,
): Promise<Card | null> {
  const { week } = monday.questions;
  const key = nudgeKey(member.id, week);
  if (monday.pairs.length === 0 && (await takeBack(db, member.id, week, 'unpaired'))) return null;
  const card = nudgeCard(readerOf(member), monday, now);
  if (!isPressed(nudge, member, except)) {
    await change(db, key, card, now);
    return null;
  }
  // An older change that is still to come would undo what the answer to the press shows.
  await refreshQueuedChange(db, key, card);
  return card;
}

/** Of a nudge that the platform took without saying where it stands, who presses a button for its week tells. */
function isPressed({ isSent, messageRef }: Nudge, { id }: Member, pressed: Pressed | null): boolean {
  if (pressed === null || pressed.memberId !== id || !isSent) return false;
  return messageRef === null || messageRef === pressed.message;
}

/** Nobody is reminded of what they've done, or of a buddy that they no longer have. */
async function callOffNeedless(
  db: Executor,
  member: Member,
  week: IsoWeek,
  { pairs, checkedIn }: Monday,
): Promise<void> {
  if (pairs.every((pair) => checkedIn.has(acknowledgementText(pair.id, week)))) {
    await callOffReminder(db, member.id);
  }
}

/** Takes back what still waits for a member: this week's nudge, accounted for, and any reminder. */
export const callOff: CallOff = async (db, memberId, outcome) => {
  const [member] = await findMembers(db, [memberId]);
  if (member === undefined) return;
  await callOffReminder(db, memberId);
  const week = member.rhythm?.lastWeek ?? null;
  if (week !== null) await takeBack(db, memberId, week, outcome);
};

/** True when the nudge still waited. */
async function takeBack(
  db: Executor,
  memberId: string,
  week: IsoWeek,
  outcome: 'paused' | 'unpaired',
): Promise<boolean> {
  if (!(await takeBackNudge(db, memberId, week))) return false;
  await addNotSent(db, [{ member_id: memberId, week, outcome }]);
  return true;
}
