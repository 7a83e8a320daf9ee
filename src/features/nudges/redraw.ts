import type { CallOff, Redraw } from '../../bot/turn.ts';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { BankSet } from '../../content/content.ts';
import type { Executor } from '../../db/schema.ts';
import { cancel, cancelStartingWith, change, messageRefOf, refreshQueuedChange } from '../../outbox/store.ts';
import { findMembers, holdMember, type Member } from '../../people/members/store.ts';
import { acknowledgementText } from '../checkins/rules.ts';
import { findCheckedIn } from '../checkins/store.ts';
import { findPairs } from '../pairing/store.ts';
import { questionsFor } from '../questions/store.ts';
import { nudgeCard } from './cards.ts';
import { addNotSent } from './due-store.ts';
import { nudgeKey, reminderPrefix } from './rules.ts';
import { hasNudge } from './store.ts';

/** The weekly message follows what it shows: a check-in, a pause, an ending. See `Redraw` in turn.ts. */
export function createRedraw(bank: readonly BankSet[]): Redraw {
  return async (db, memberId, week, { now, except }) => {
    const key = nudgeKey(memberId, week);
    // Two buddies of one member may check in at once: the second to draw has to see what the first one did.
    if ((await holdMember(db, memberId)) === null) return null;
    const pairs = await findPairs(db, memberId);
    if (pairs.length === 0) await cancelStartingWith(db, reminderPrefix(memberId));
    if (!(await hasNudge(db, key))) return null;
    if (pairs.length === 0 && (await takeBack(db, key, memberId, week, 'unpaired'))) return null;

    const checkedIn = await findCheckedIn(
      db,
      pairs.map((pair) => pair.id),
      [week],
    );
    if (pairs.every((pair) => checkedIn.has(acknowledgementText(pair.id, week)))) {
      await cancelStartingWith(db, reminderPrefix(memberId));
    }
    const card = nudgeCard(await questionsFor(db, bank, week), week, pairs, checkedIn, now);
    const isExcepted = except !== null && (await messageRefOf(db, key)) === except;
    // An older change that is still to come would undo what the answer to the press shows.
    if (isExcepted) await refreshQueuedChange(db, key, card);
    else await change(db, key, card, now);
    return { card, isExcepted };
  };
}

/** Takes back what still waits for a member: this week's nudge, accounted for, and any reminder. */
export const callOff: CallOff = async (db, memberId, { outcome }) => {
  const [member] = await findMembers(db, [memberId]);
  if (member === undefined) return;
  await cancelStartingWith(db, reminderPrefix(memberId));
  await takeBackLast(db, member, outcome);
};

async function takeBackLast(db: Executor, member: Member, outcome: 'paused' | 'unpaired'): Promise<void> {
  if (member.lastWeek === null) return;
  await takeBack(db, nudgeKey(member.id, member.lastWeek), member.id, member.lastWeek, outcome);
}

/** True when the nudge still waited. */
async function takeBack(
  db: Executor,
  key: string,
  memberId: string,
  week: IsoWeek,
  outcome: 'paused' | 'unpaired',
): Promise<boolean> {
  const cancelled = await cancel(db, [key]);
  if (cancelled.length === 0) return false;
  await addNotSent(db, [{ member_id: memberId, week, outcome }]);
  return true;
}
