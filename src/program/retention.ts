import { addWeeks, weekOf } from '../calendar/iso-week.ts';
import { millisecondsInDay, millisecondsInWeek } from '../calendar/spans.ts';
import type { Database } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { forgetLinkCodesBefore } from '../features/accounts/store.ts';
import { weeksKept } from '../features/checkins/rules.ts';
import { foldAcknowledgementsBefore, forgetReachesBefore, lockSums } from '../features/checkins/store.ts';
import { wrongCodesWithinMs } from '../features/codes/rules.ts';
import { forgetCodesBefore } from '../features/codes/store.ts';
import { askedWithinMs } from '../features/invitations/rules.ts';
import { forgetSettledBefore as forgetInvitationsBefore } from '../features/invitations/store.ts';
import { foldNudgesBefore } from '../features/nudges/store.ts';
import { forgetPairsEndedBefore } from '../features/pairing/store.ts';
import { forgetEventsBefore } from '../inbox/store.ts';
import { forgetIdleLanes } from '../outbox/lane-store.ts';
import { forgetIdleAddresses } from '../outbox/recipient-store.ts';
import { forgetSettledBefore } from '../outbox/store.ts';

/** Messages that went out, or never will, are kept for 30 days: long enough to find out what happened to one. */
const messagesKeptMs = 30 * millisecondsInDay;

/** Deletes what has served its time; safe to run at any moment and as often as one likes. */
export async function forgetWhatIsOld(db: Database, now: number): Promise<void> {
  const thisWeek = weekOf(now, 'UTC');
  await transact(db, async (transaction) => {
    await lockSums(transaction);
    await foldAcknowledgementsBefore(transaction, addWeeks(thisWeek, -weeksKept));
    await foldNudgesBefore(transaction, weekOf(now - messagesKeptMs, 'UTC'));
    await forgetSettledBefore(transaction, now - messagesKeptMs);
    await forgetIdleLanes(transaction, now - messagesKeptMs);
    await forgetIdleAddresses(transaction);
    await forgetPairsEndedBefore(transaction, now - (weeksKept + 2) * millisecondsInWeek);
    await forgetInvitationsBefore(transaction, now - askedWithinMs);
    await forgetLinkCodesBefore(transaction, now);
    await forgetCodesBefore(transaction, now, now - wrongCodesWithinMs);
    await forgetReachesBefore(transaction, now - millisecondsInDay);
    await forgetEventsBefore(transaction, now - millisecondsInWeek);
  });
}
