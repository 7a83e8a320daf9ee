import { type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { type About, messageKind } from '../../outbox/message-kind.ts';
import { cancel, cancelStartingWith, enqueue, type Outgoing } from '../../outbox/store.ts';
import type { ErasingParts } from '../../people/held-room.ts';
import { findMembers, type Member, type MemberWithRhythm } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { type NamingMessage, roomMessage } from '../room-message.ts';
import { type Monday, nudgeCard, reminderCard } from './cards.ts';

const nudge = messageKind('nudge', 'member', 'week');
const reminder = messageKind('reminder', 'member', 'instant');

export const nudgeMessages = [roomMessage(nudge, { nameErased: drawAgain }), roomMessage(reminder)];

/** The one nudge that a member gets for a week. */
export function nudgeFor(
  member: MemberWithRhythm,
  nudged: Omit<Monday, 'notedToday'>,
  { usefulUntil, now }: { readonly usefulUntil: number; readonly now: number },
): Outgoing {
  const { week } = nudged.questions;
  return {
    key: nudgeKey(member.id, week),
    to: member.person,
    card: nudgeCard(readerOf(member), { ...nudged, notedToday: new Set() }, now),
    usefulUntil,
    batch: nudgeBatch(week),
  };
}

/** Of a member's one nudge for a week. */
export function nudgeKey(member: string, week: IsoWeek): string {
  return nudge.key({ member, week });
}

/** What a week's nudges are counted under in the outbox. */
export function nudgeBatch(week: IsoWeek): string {
  return `${nudge.name}:${week}`;
}

/** The week of a batch; batches of one room only. */
export function weekOfBatch(batch: string | null): IsoWeek {
  return (batch ?? '').slice(nudge.name.length + 1) as IsoWeek;
}

/** The batches of all weeks sort from here up to `nudgeBatch`. */
export const firstBatch = `${nudge.name}:`;

interface Reminding {
  readonly monday: Pick<Monday, 'questions' | 'pairs' | 'checkedIn'>;
  readonly instant: number;
  readonly now: number;
}

/**
 * This week's questions once more, at `instant` (epoch milliseconds), in place of an earlier wish. False when that very
 * reminder has been sent before: the clock was set back over it.
 */
export async function sendReminder(
  db: Executor,
  member: Member,
  { monday, instant, now }: Reminding,
): Promise<boolean> {
  await callOffReminder(db, member.id);
  const message = {
    key: reminder.key({ member: member.id, instant: String(instant) }),
    to: member.person,
    card: reminderCard(readerOf(member), monday),
    dueAt: instant,
    usefulUntil: instant + millisecondsInDay,
  };
  return (await enqueue(db, [message], now)) > 0;
}

export async function callOffReminder(db: Executor, memberId: string): Promise<void> {
  await cancelStartingWith(db, reminder.beginning({ member: memberId }));
}

/** Takes a member's nudge back. False when it no longer waited. */
export async function takeBackNudge(db: Executor, memberId: string, week: IsoWeek): Promise<boolean> {
  return (await cancel(db, [nudgeKey(memberId, week)])).length > 0;
}

/** The weekly message of someone whose buddy has been erased. */
async function drawAgain(
  { db, now, redraw }: ErasingParts,
  { member, week }: About<'member' | 'week'>,
  _: NamingMessage,
): Promise<void> {
  const ofWeek = parseIsoWeek(week);
  if (ofWeek !== null) await redraw(db, await findMembers(db, [member]), ofWeek, { now, except: null });
}
