import type { Executor } from '../../db/schema.ts';
import { saveByName } from './settings-store.ts';

/** What the hospital has decided about its program. */
export interface ProgramSettings {
  /** How long a supporter, and after them each of those in line, has to answer (hours). */
  readonly answerHours: number;
  /** What a supporter can't take, or doesn't answer, is offered to the next one by itself. */
  readonly offersNext: boolean;
  /** Ids of the professions that are served; empty: everyone. */
  readonly professions: readonly string[];
  /** The day of the next meeting, `YYYY-MM-DD`. */
  readonly meeting: string | null;
  /** Of which meeting, and when, everyone has been reminded: `2026-12-10/week`. */
  readonly remindedOf: string | null;
  /** The year in which supporters have been thanked. */
  readonly thankedIn: number | null;
  /** The year in which everyone who takes part has been thanked. */
  readonly membersThankedIn: number | null;
}

const usualSettings: ProgramSettings = {
  answerHours: 24,
  offersNext: true,
  professions: [],
  meeting: null,
  remindedOf: null,
  thankedIn: null,
  membersThankedIn: null,
};

export async function readSettings(db: Executor): Promise<ProgramSettings> {
  const rows = await db.selectFrom('program_settings').selectAll().execute();
  const set = Object.fromEntries(rows.map(({ name, setting }) => [name, JSON.parse(setting) as unknown]));
  return { ...usualSettings, ...set };
}

export async function saveSettings(db: Executor, changed: Partial<ProgramSettings>): Promise<void> {
  await saveByName(db, changed);
}
