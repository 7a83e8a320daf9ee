import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';

interface Heard {
  readonly heardAt: number;
  readonly watchedAt: number;
}

/** When something last came in from each platform, and when anyone was last up to hear it. */
export async function findHeard(db: Executor): Promise<ReadonlyMap<Platform, Heard>> {
  const rows = await db.selectFrom('platforms_heard').selectAll().execute();
  return new Map(
    rows.map(({ platform, heard_at: heardAt, watched_at: watchedAt }) => [platform, { heardAt, watchedAt }]),
  );
}

/** Where another process has written meanwhile, what it wrote stays. */
export async function saveHeard(
  db: Executor,
  platform: Platform,
  was: Heard | null,
  { heardAt, watchedAt }: Heard,
): Promise<void> {
  const row = { heard_at: heardAt, watched_at: watchedAt };
  if (was === null) {
    await db
      .insertInto('platforms_heard')
      .values({ platform, ...row })
      .onConflict((conflict) => conflict.column('platform').doNothing())
      .execute();
    return;
  }
  await db
    .updateTable('platforms_heard')
    .set(row)
    .where('platform', '=', platform)
    .where('heard_at', '=', was.heardAt)
    .where('watched_at', '=', was.watchedAt)
    .execute();
}
