import type { IsoWeek } from '../../calendar/iso-week.ts';
import { nudgeInstant, usefulUntil } from '../../calendar/monday.ts';
import type { BankSet } from '../../content/content.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { enqueue, type Outgoing } from '../../outbox/store.ts';
import { findCheckedIn } from '../checkins/store.ts';
import type { Member } from '../members/store.ts';
import type { Pair } from '../pairing/store.ts';
import { freezeQuestions, type WeekQuestions } from '../questions/store.ts';
import { nudgeCard } from './cards.ts';
import { type Advance, addNotSent, advance, findDue, findPairsOfMany } from './due-store.ts';
import { dueWeeks, nudgeBatch, nudgeKey, reasonForNone } from './rules.ts';
import type { NudgesNotSentTable } from './table.ts';

/** So many due members are planned in one transaction: two of the largest statements of the outbox, some 50 ms. */
const batch = 1_024;

export interface PlanOptions {
  /** The instant at which it is asked who is due. */
  readonly at: number;
  /** The real time: deliveries and their deadlines run on it, also when `at` is another instant. */
  readonly now: number;
  readonly bank: readonly BankSet[];
}

/** Plans everybody who is due: outbox row, account and next Monday in one transaction a batch. Returns how many. */
export async function planDue(db: Database, options: PlanOptions): Promise<number> {
  let planned = 0;
  for (;;) {
    const inBatch =
      (await transact(db, (transaction) => planBatch(transaction, options, 'left'))) ||
      (await transact(db, (transaction) => planBatch(transaction, options, 'awaited')));
    planned += inBatch;
    if (inBatch === 0) return planned;
  }
}

interface Plan {
  readonly outgoing: Outgoing[];
  readonly notSent: NudgesNotSentTable[];
  readonly advances: Advance[];
}

async function planBatch(db: Executor, options: PlanOptions, others: 'left' | 'awaited'): Promise<number> {
  const due = await findDue(db, options.at, batch, others);
  if (due.length === 0) return 0;
  const pairsOf = await findPairsOfMany(db, due);
  const weeks = new Map(due.map((member) => [member.id, dueWeeks(member, options.at)]));
  const allWeeks = new Set(
    [...weeks.values()].flatMap(({ missed, send }) => (send === null ? missed : [...missed, send])),
  );
  const questions = await freezeAll(db, options, allWeeks);
  const pairIds = [...pairsOf.values()].flat().map((pair) => pair.id);
  const checkedIn = await findCheckedIn(db, [...new Set(pairIds)], [...allWeeks]);

  const plan: Plan = { outgoing: [], notSent: [], advances: [] };
  for (const member of due) {
    const theirs = weeks.get(member.id) ?? dueWeeks(member, options.at);
    const pairs = pairsOf.get(member.id) ?? [];
    for (const week of theirs.missed) {
      if (questions.get(week)?.source === 'none') continue;
      const outcome = reasonForNone(member, pairs, week) ?? 'missed';
      plan.notSent.push({ member_id: member.id, week, outcome });
    }
    const asked = theirs.send === null ? undefined : questions.get(theirs.send);
    if (asked !== undefined && asked.source !== 'none')
      planOne(plan, member, pairs, asked, checkedIn, options);
    plan.advances.push({
      memberId: member.id,
      lastWeek: theirs.send ?? theirs.missed.at(-1) ?? null,
      nextWeek: theirs.next,
      nextNudgeAt: nudgeInstant(theirs.next, member.nudgeMinute, member.timeZone),
    });
  }
  await enqueue(db, plan.outgoing, options.now);
  await addNotSent(db, plan.notSent);
  await advance(db, plan.advances);
  return due.length;
}

function planOne(
  plan: Plan,
  member: Member,
  pairs: readonly Pair[],
  questions: WeekQuestions,
  checkedIn: ReadonlySet<string>,
  { at, now }: PlanOptions,
): void {
  const { week } = questions;
  const outcome = reasonForNone(member, pairs, week);
  if (outcome !== null) {
    plan.notSent.push({ member_id: member.id, week, outcome });
    return;
  }
  plan.outgoing.push({
    key: nudgeKey(member.id, week),
    to: member.person,
    card: nudgeCard(questions, week, pairs, checkedIn, at),
    usefulUntil: usefulUntil(week, member.timeZone) - at + now,
    batch: nudgeBatch(week),
  });
}

/** From a week's first nudge on its questions stay as they are: nobody gets other words than their buddy. */
async function freezeAll(
  db: Executor,
  options: PlanOptions,
  weeks: ReadonlySet<IsoWeek>,
): Promise<Map<IsoWeek, WeekQuestions>> {
  const frozen = new Map<IsoWeek, WeekQuestions>();
  for (const week of weeks) frozen.set(week, await freezeQuestions(db, options.bank, week, options.now));
  return frozen;
}
