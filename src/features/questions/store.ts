import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { BankSet } from '../../content/bank.ts';
import type { Content } from '../../content/content.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { bankSetFor } from './bank-set.ts';
import { deeperFor } from './deeper.ts';
import type { PostedQuestions } from './rules.ts';
import {
  askedByBank,
  asWritten,
  deeperColumns,
  inEnglishAlone,
  nothingDeeper,
  spanishOf,
  type WeekQuestions,
} from './week-questions.ts';

/** What was posted for the week, else what the bank asks. */
export async function questionsFor(
  db: Executor,
  bank: readonly BankSet[],
  week: IsoWeek,
): Promise<WeekQuestions> {
  const { rows } = await weekRow(db, { week });
  return rows[0] === undefined
    ? askedByBank(await bankSetOf(db, bank, week), week)
    : asWritten(rows[0], bank);
}

const weekRow = prepared((db, { week }: { week: IsoWeek }) =>
  db.selectFrom('question_sets').selectAll().where('week', '=', week),
);

/** The same for many weeks at once, in their order. */
export async function findPlanned(
  db: Executor,
  bank: readonly BankSet[],
  weeks: readonly IsoWeek[],
): Promise<WeekQuestions[]> {
  if (weeks.length === 0) return [];
  const rows = await db.selectFrom('question_sets').selectAll().where('week', 'in', weeks).execute();
  const first = (await firstWeekOf(db)) ?? weeks.toSorted()[0];
  return weeks.map((week) => {
    const row = rows.find((one) => one.week === week);
    return row === undefined
      ? askedByBank(bankSetFor(bank, week, first ?? week), week)
      : asWritten(row, bank);
  });
}

/** What the bank has for a week, whatever was posted. Until anything was asked here, every week is taken for the first. */
export async function bankSetOf(db: Executor, bank: readonly BankSet[], week: IsoWeek): Promise<BankSet> {
  return bankSetFor(bank, week, (await firstWeekOf(db)) ?? week);
}

/** The first week that asked anything here. */
async function firstWeekOf(db: Executor): Promise<IsoWeek | null> {
  const { rows } = await firstFrozen(db, {});
  return rows[0]?.week ?? null;
}

const firstFrozen = prepared((db) =>
  db
    .selectFrom('question_sets')
    .select('week')
    .where('frozen_at', 'is not', null)
    .where('source', '!=', 'none')
    .orderBy('week')
    .limit(1),
);

/** The weeks from `week` on whose questions are out already. */
export async function findFrozenWeeks(db: Executor, week: IsoWeek): Promise<ReadonlySet<IsoWeek>> {
  const rows = await db
    .selectFrom('question_sets')
    .select('week')
    .where('week', '>=', week)
    .where('frozen_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.week));
}

/** What was asked from `week` on: the weeks that are out. */
export async function findAsked(
  db: Executor,
  bank: readonly BankSet[],
  week: IsoWeek,
): Promise<WeekQuestions[]> {
  const rows = await db
    .selectFrom('question_sets')
    .selectAll()
    .where('week', '>=', week)
    .where('frozen_at', 'is not', null)
    .where('source', '!=', 'none')
    .execute();
  return rows.map((row) => asWritten(row, bank));
}

/** What's been posted from `week` on, and isn't out yet. */
export async function findPosted(db: Executor, week: IsoWeek): Promise<WeekQuestions[]> {
  const rows = await db
    .selectFrom('question_sets')
    .selectAll()
    .where('week', '>=', week)
    .where('source', '=', 'posted')
    .where('frozen_at', 'is', null)
    .orderBy('week')
    .execute();
  return rows.map((row) => asWritten(row, []));
}

/** Writes what an administrator posts. False when the week's questions are out already. */
export async function saveQuestions(
  db: Executor,
  week: IsoWeek,
  { first, second, inSpanish, note }: Omit<PostedQuestions, 'week'>,
): Promise<boolean> {
  const posted = { source: 'posted', first, second, ...spanishOf({ inSpanish }), note } as const;
  const saved = await db
    .insertInto('question_sets')
    .values({ week, ...posted, ...nothingDeeper, frozen_at: null, set_id: null })
    .onConflict((conflict) =>
      conflict.column('week').doUpdateSet(posted).where('question_sets.frozen_at', 'is', null),
    )
    .executeTakeFirst();
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What was posted for a week goes; the bank asks again. False when nothing was posted, or the week is out. */
export async function deletePosted(db: Executor, week: IsoWeek): Promise<boolean> {
  const deleted = await db
    .deleteFrom('question_sets')
    .where('week', '=', week)
    .where('source', '=', 'posted')
    .where('frozen_at', 'is', null)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** No nudge in this week. Questions posted for it stay in the row for `unmarkNoNudge`. False when the week is out. */
export async function markNoNudge(db: Executor, week: IsoWeek): Promise<boolean> {
  const marked = await db
    .insertInto('question_sets')
    .values({
      ...{ week, source: 'none', first: '', second: '', note: '', frozen_at: null, set_id: null },
      ...inEnglishAlone,
      ...nothingDeeper,
    })
    .onConflict((conflict) =>
      conflict.column('week').doUpdateSet({ source: 'none' }).where('question_sets.frozen_at', 'is', null),
    )
    .executeTakeFirst();
  return (marked.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The week has a nudge again: what was posted for it, else the bank's. False when the week is out. */
export async function unmarkNoNudge(db: Executor, week: IsoWeek): Promise<boolean> {
  await db
    .updateTable('question_sets')
    .set({ source: 'posted' })
    .where('week', '=', week)
    .where('source', '=', 'none')
    .where('first', '!=', '')
    .where('frozen_at', 'is', null)
    .execute();
  await db
    .deleteFrom('question_sets')
    .where('week', '=', week)
    .where('source', '=', 'none')
    .where('frozen_at', 'is', null)
    .execute();
  return !(await findFrozenWeeks(db, week)).has(week);
}

/**
 * From here on the week's questions stay as they are, so that both of a pair get the same. The first call writes down
 * which set the bank asks, and its words, which stay readable whatever becomes of the set; or keeps what was posted. Every
 * later one, by any process, returns what is written.
 */
export async function freezeQuestions(
  db: Executor,
  { bank, deeper }: Pick<Content, 'bank' | 'deeper'>,
  week: IsoWeek,
  now: number,
): Promise<WeekQuestions> {
  const planned = await questionsFor(db, bank, week);
  if (planned.frozenAt !== null) return planned;
  const { source, setId, first, second, note } = planned;
  const frozen = { ...deeperColumns(deeperFor(deeper, week)), frozen_at: now };
  await db
    .insertInto('question_sets')
    .values({ week, source, set_id: setId, first, second, ...spanishOf(planned), note, ...frozen })
    .onConflict((conflict) =>
      conflict.column('week').doUpdateSet(frozen).where('question_sets.frozen_at', 'is', null),
    )
    .execute();
  return questionsFor(db, bank, week);
}
