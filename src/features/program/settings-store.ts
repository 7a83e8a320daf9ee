import type { Executor } from '../../db/schema.ts';

/** What was decided from chat, by name, in the place of what was decided before. */
export async function saveByName(db: Executor, settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    const setting = JSON.stringify(value);
    await db
      .insertInto('program_settings')
      .values({ name, setting })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ setting }))
      .execute();
  }
}
