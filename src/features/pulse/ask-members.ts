import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { isPaused } from '../../people/members/rules.ts';
import { findMembers, hasRhythm, lockMembers, type MemberWithRhythm } from '../../people/members/store.ts';
import { isAsked } from '../program/asks-store.ts';
import { findNotAsked, findNotTold, markAsked, markTold } from './asked-store.ts';
import { openSecret } from './count-store.ts';
import { sendAnnouncement, sendPulse } from './messages.ts';
import { isHourOfPulse, noticeMs, openPulse } from './rules.ts';

/**
 * While the pulse is turned on: tells each member once what it is, and asks those who know for a week, once in a quarter. Each at
 * an hour of theirs: a message waits in the outbox, with its token, no longer than it takes to be sent. How many that were.
 */
export async function askMembers(db: Database, now: number): Promise<number> {
  if (!(await isAsked(db, 'pulse'))) return 0;
  return (await tellWhatItIs(db, now)) + (await askThoseWhoKnow(db, now));
}

async function tellWhatItIs(db: Database, now: number): Promise<number> {
  return eachPage(
    (after) => findNotTold(db, { after, now }),
    now,
    (members) =>
      transact(db, async (transaction) => {
        const present = await stillPresent(transaction, members, now);
        const told: MemberWithRhythm[] = [];
        for (const member of present) if (await markTold(transaction, member.id, now)) told.push(member);
        await sendAnnouncement(transaction, told, now);
        return told.length;
      }),
  );
}

async function askThoseWhoKnow(db: Database, now: number): Promise<number> {
  const pulse = openPulse(now);
  if (pulse === null || now >= pulse.asksUntil) return 0;
  const { quarter, opensAt } = pulse;
  return eachPage(
    (after) => findNotAsked(db, { after, now }, { quarter, toldBy: opensAt - noticeMs }),
    now,
    (members) =>
      transact(db, async (transaction) => {
        const present = await stillPresent(transaction, members, now);
        const asked = await markAsked(
          transaction,
          present.map(({ id }) => id),
          quarter,
        );
        const secret = await openSecret(transaction, quarter);
        const asking = present.filter(({ id }) => asked.has(id));
        await sendPulse(transaction, asking, { ...pulse, secret, now });
        return asking.length;
      }),
  );
}

/** Those of each page whose hour it is, a page at a time. */
async function eachPage(
  find: (after: string) => Promise<readonly MemberWithRhythm[]>,
  now: number,
  write: (members: readonly MemberWithRhythm[]) => Promise<number>,
): Promise<number> {
  let written = 0;
  let after = '';
  for (;;) {
    const members = await find(after);
    const last = members.at(-1);
    if (last === undefined) return written;
    const theirs = members.filter(({ timeZone, rhythm }) => isHourOfPulse(now, timeZone, rhythm.nudgeMinute));
    if (theirs.length > 0) written += await write(theirs);
    after = last.id;
  }
}

/** As they stand now, and stay until this transaction is over. */
async function stillPresent(
  db: Executor,
  members: readonly MemberWithRhythm[],
  now: number,
): Promise<readonly MemberWithRhythm[]> {
  const ids = members.map(({ id }) => id);
  await lockMembers(db, ids);
  return (await findMembers(db, ids)).filter(hasRhythm).filter(({ rhythm }) => !isPaused(rhythm, now));
}
