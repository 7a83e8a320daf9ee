import type { Selectable } from 'kysely';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { BankSet, Questions } from '../../content/bank.ts';
import type { Content } from '../../content/content.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { bankSetFor } from './bank-set.ts';
import { type Deeper, deeperFor } from './deeper.ts';
import type { PostedQuestions } from './rules.ts';
import type { QuestionSetsTable } from './table.ts';

/** What a week asks, as far as it is known now; from `frozenAt` on (epoch milliseconds) for good. */
export interface WeekQuestions {
  readonly week: IsoWeek;
  /** `none`: the week has no nudge, and the texts are empty. */
  readonly source: QuestionSetsTable['source'];
  /** The bank's set, by which the same questions are found in another language; null where it is not the bank that asks. */
  readonly setId: string | null;
  readonly first: string;
  readonly second: string;
  /** Null where they're in English alone. Read by `askedIn`. */
  readonly inSpanish: Questions | null;
  readonly note: string;
  /** Beside the two questions, once the week is frozen; null for most weeks. */
  readonly deeper: Deeper | null;
  readonly frozenAt: number | null;
}

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

const inEnglishAlone = { first_es: null, second_es: null } as const;

const nothingDeeper = { deeper: null, deeper_question: null, deeper_question_es: null } as const;

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

function askedByBank({ id, words }: BankSet, week: IsoWeek): WeekQuestions {
  return {
    week,
    source: 'bank',
    setId: id,
    ...words.en,
    inSpanish: words.es ?? null,
    note: '',
    deeper: null,
    frozenAt: null,
  };
}

function asWritten(row: Selectable<QuestionSetsTable>, bank: readonly BankSet[]): WeekQuestions {
  const { week, source, first, second, note, frozen_at: frozenAt } = row;
  if (source === 'none')
    return {
      week,
      source,
      setId: null,
      first: '',
      second: '',
      inSpanish: null,
      note: '',
      deeper: null,
      frozenAt,
    };
  const setId = source === 'bank' ? setIdOf(row, bank) : null;
  const inSpanish = writtenInSpanish(row) ?? bank.find(({ id }) => id === setId)?.words.es ?? null;
  return { week, source, setId, first, second, inSpanish, note, deeper: deeperIn(row), frozenAt };
}

function spanishOf({ inSpanish }: Pick<WeekQuestions, 'inSpanish'>) {
  return { first_es: inSpanish?.first ?? null, second_es: inSpanish?.second ?? null };
}

function deeperColumns(deeper: Deeper | null) {
  if (deeper === null) return nothingDeeper;
  const words = deeper.type === 'question' ? deeper.words : null;
  return {
    deeper: deeper.type,
    deeper_question: words?.en ?? null,
    deeper_question_es: words?.es ?? null,
  };
}

function deeperIn(row: Selectable<QuestionSetsTable>): Deeper | null {
  const { deeper: type, deeper_question: en, deeper_question_es: es } = row;
  if (type !== 'question') return type === null ? null : { type };
  return en === null ? null : { type, words: es === null ? { en } : { en, es } };
}

function writtenInSpanish({ first_es: first, second_es: second }: Selectable<QuestionSetsTable>) {
  return first === null || second === null ? null : { first, second };
}

/** Weeks that were frozen before sets were noted are found by their words: no question stands in the bank twice. */
function setIdOf({ set_id, first, second }: Selectable<QuestionSetsTable>, bank: readonly BankSet[]) {
  if (set_id !== null) return set_id;
  return bank.find(({ words: { en } }) => en.first === first || en.second === second)?.id ?? null;
}
