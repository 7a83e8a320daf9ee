import { sql } from 'kysely';
import type { Quarter } from '../../calendar/periods.ts';
import { addNew } from '../../db/add-new.ts';
import { forgetByCheckpoint } from '../../db/checkpoint.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { openPulse, type PulseQuestion } from './rules.ts';
import { isOurs, newPulseSecret, spentFingerprint } from './token.ts';

/** What's counted is counted one after the other, and nothing while a pulse is released. */
const turnName = 'pulse counts';

export interface Tap {
  readonly question: PulseQuestion;
  readonly token: string;
  readonly answer: string;
  /** All that can be tapped. */
  readonly answers: readonly string[];
}

/**
 * Counts one tap, and spends the token for its question, in one transaction. Every count of the question is written again, so
 * that the database doesn't tell by which it touched last what was tapped last. `spent`: this question has been answered with
 * the token. `closed`: the token is none of a pulse that's open.
 */
export async function countTap(
  db: Executor,
  { question, token, answer, answers }: Tap,
  now: number,
): Promise<'counted' | 'spent' | 'closed'> {
  await takeTurn(db, turnName);
  const quarter = openPulse(now)?.quarter;
  const secret = quarter === undefined ? null : await secretOf(db, quarter);
  if (quarter === undefined || secret === null || !isOurs(secret, token)) return 'closed';
  const spent = { fingerprint: spentFingerprint(question, token), quarter };
  if ((await addNew(db, 'pulse_spent', [spent])) === 0) return 'spent';
  await addNew(
    db,
    'pulse_counts',
    answers.map((one) => ({ quarter, question, answer: one, count: 0 })),
  );
  await db
    .updateTable('pulse_counts')
    .set({ count: sql<number>`count + case when answer = ${answer} then 1 else 0 end` })
    .where('quarter', '=', quarter)
    .where('question', '=', question)
    .execute();
  // SQLite's log would show one count after the other.
  forgetByCheckpoint(db);
  return 'counted';
}

/** The secret of a quarter's pulse, made when its first message is. */
export async function openSecret(db: Executor, quarter: Quarter): Promise<string> {
  await addNew(db, 'pulses', [{ quarter, secret: newPulseSecret() }]);
  const secret = await secretOf(db, quarter);
  if (secret === null) throw new Error('A pulse just opened could not be read.');
  return secret;
}

async function secretOf(db: Executor, quarter: Quarter): Promise<string | null> {
  const row = await db
    .selectFrom('pulses')
    .select('secret')
    .where('quarter', '=', quarter)
    .executeTakeFirst();
  return row?.secret ?? null;
}

/** Quarters whose pulse hasn't been released. */
export async function findPulses(db: Executor): Promise<readonly Quarter[]> {
  const rows = await db.selectFrom('pulses').select('quarter').orderBy('quarter').execute();
  return rows.map(({ quarter }) => quarter);
}

export interface PulseCount {
  readonly name: string;
  readonly count: number;
}

/**
 * What has been counted of a pulse, which is over with that: its counts, its spent tokens and its secret are deleted. Null when
 * someone else has taken it. In a transaction.
 */
export async function takeCounts(
  db: Executor,
  quarter: Quarter,
): Promise<Readonly<Record<PulseQuestion, readonly PulseCount[]>> | null> {
  await takeTurn(db, turnName);
  if ((await secretOf(db, quarter)) === null) return null;
  const rows = await db
    .selectFrom('pulse_counts')
    .select(['question', 'answer', 'count'])
    .where('quarter', '=', quarter)
    .orderBy('answer')
    .execute();
  for (const table of ['pulse_counts', 'pulse_spent', 'pulses'] as const)
    await db.deleteFrom(table).where('quarter', '=', quarter).execute();
  forgetByCheckpoint(db);
  const of = (question: PulseQuestion) =>
    rows
      .filter((row) => row.question === question)
      .map(({ answer, count }) => ({ name: answer, count: Number(count) }));
  return { feeling: of('feeling'), weighs: of('weighs') };
}
