import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { saveByName } from './settings-store.ts';

/** What members are asked only where an administrator has turned it on. */
export const asks = ['profession', 'pulse'] as const;

export type Ask = (typeof asks)[number];

const nameOf = (ask: Ask): string => `asks.${ask}`;

/** So that nothing is said at the moment in which it's turned off, and stays. */
export async function holdAsk(db: Executor, ask: Ask): Promise<void> {
  await takeTurn(db, nameOf(ask));
}

/** Off until it's turned on. */
export async function isAsked(db: Executor, ask: Ask): Promise<boolean> {
  const row = await db
    .selectFrom('program_settings')
    .select('setting')
    .where('name', '=', nameOf(ask))
    .executeTakeFirst();
  return row?.setting === 'true';
}

export async function saveAsked(db: Executor, ask: Ask, isOn: boolean): Promise<void> {
  await saveByName(db, { [nameOf(ask)]: isOn });
}
