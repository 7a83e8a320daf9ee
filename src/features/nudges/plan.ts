import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import { usefulUntil } from '../../calendar/monday.ts';
import type { Content } from '../../content/content.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { enqueue, type Outgoing } from '../../outbox/store.ts';
import { findDue, moveOn } from '../../people/members/due-store.ts';
import { findCheckedIn } from '../checkins/store.ts';
import { findPairsOfMany } from '../pairing/many-store.ts';
import type { Pair } from '../pairing/store.ts';
import { freezeQuestions } from '../questions/store.ts';
import type { WeekQuestions } from '../questions/week-questions.ts';
import { type Cohort, cohortsOf, weeksOf } from './cohort.ts';
import { nudgeFor } from './messages.ts';
import { asWanted, latersAhead, reasonForNone } from './rules.ts';
import { addNotSent } from './store.ts';
import type { NudgesNotSentTable } from './table.ts';

export interface PlanOptions {
  /** The instant at which it is asked who is due. */
  readonly at: number;
  /** The real time: deliveries and their deadlines run on it, also when `at` is another instant. */
  readonly now: number;
  readonly content: Pick<Content, 'bank' | 'deeper'>;
}

/** So many due members are planned in one transaction, some 20 ms: anyone else writes waits no longer. */
const batch = 512;

/**
 * Plans everyone who is due: outbox row, account and next Monday in one transaction a batch. Returns how many. Between two
 * batches anyone else waits for this process or for the database has their turn.
 */
export async function planDue(db: Database, options: PlanOptions): Promise<number> {
  let planned = 0;
  for (;;) {
    const inBatch =
      (await transact(db, (transaction) => planBatch(transaction, options, 'left'))) ||
      (await transact(db, (transaction) => planBatch(transaction, options, 'awaited')));
    planned += inBatch;
    if (inBatch === 0) return planned;
    await nextTurn();
  }
}

/** What is known of everyone in a batch. */
interface Known {
  readonly questions: ReadonlyMap<IsoWeek, WeekQuestions>;
  readonly pairsOf: ReadonlyMap<string, readonly Pair[]>;
  readonly checkedIn: ReadonlySet<string>;
}

async function planBatch(db: Executor, options: PlanOptions, others: 'left' | 'awaited'): Promise<number> {
  const due = await findDue(db, options.at, batch, others);
  if (due.length === 0) return 0;
  const cohorts = cohortsOf(due, options.at);
  const weeks = weeksOf(cohorts);
  const questions = await freezeAll(db, options, weeks);
  const pairsOf = await findPairsOfMany(db, due);
  const pairIds = new Set([...pairsOf.values()].flatMap((pairs) => pairs.map((pair) => pair.id)));
  const checkedIn = await findCheckedIn(db, [...pairIds], weeks);

  const plans = cohorts.map((cohort) => planCohort(cohort, { questions, pairsOf, checkedIn }, options));
  await enqueue(
    db,
    plans.flatMap((plan) => plan.outgoing),
    options.now,
  );
  await addNotSent(
    db,
    plans.flatMap((plan) => plan.notSent),
  );
  for (const { members, missed, send, next, nextNudgeAt } of cohorts) {
    const ids = members.map((member) => member.id);
    await moveOn(db, ids, { lastWeek: send ?? missed.at(-1) ?? null, nextWeek: next, nextNudgeAt });
  }
  return due.length;
}

interface Plan {
  readonly outgoing: readonly Outgoing[];
  readonly notSent: readonly NudgesNotSentTable[];
}

/** A message for each who gets one, and for each who does not, why. A week without questions is nobody's. */
function planCohort(
  { timeZone, nudgeMinute, members, missed, send }: Cohort,
  { questions, pairsOf, checkedIn }: Known,
  { at, now }: PlanOptions,
): Plan {
  const outgoing: Outgoing[] = [];
  const notSent: NudgesNotSentTable[] = [];
  const askedIn = (week: IsoWeek): WeekQuestions | null => {
    const asked = questions.get(week);
    return asked === undefined || asked.source === 'none' ? null : asked;
  };
  for (const week of missed) {
    if (askedIn(week) === null) continue;
    for (const member of members) {
      const outcome = reasonForNone(member, pairsOf.get(member.id) ?? [], week) ?? 'missed';
      notSent.push({ member_id: member.id, week, outcome });
    }
  }
  const asked = send === null ? null : askedIn(send);
  if (asked === null) return { outgoing, notSent };
  const { week } = asked;
  // Of use until Thursday evening, by the real clock.
  const timing = { usefulUntil: usefulUntil(week, timeZone) - at + now, now: at };
  const laters = latersAhead({ timeZone, nudgeMinute }, at);
  for (const member of members) {
    const pairs = pairsOf.get(member.id) ?? [];
    const outcome = reasonForNone(member, pairs, week);
    if (outcome !== null) {
      notSent.push({ member_id: member.id, week, outcome });
      continue;
    }
    outgoing.push(nudgeFor(member, { questions: asWanted(member, asked), pairs, checkedIn, laters }, timing));
  }
  return { outgoing, notSent };
}

/** From a week's first nudge on its questions stay as they are: nobody gets other words than their buddy. */
async function freezeAll(
  db: Executor,
  options: PlanOptions,
  weeks: readonly IsoWeek[],
): Promise<ReadonlyMap<IsoWeek, WeekQuestions>> {
  const frozen = new Map<IsoWeek, WeekQuestions>();
  for (const week of weeks) frozen.set(week, await freezeQuestions(db, options.content, week, options.now));
  return frozen;
}
