import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

/** The database has been brought further than this version of Buddy knows. `message` is one line for an operator. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

const folder = join(import.meta.dirname, '../../migrations');

/** Brings the schema up to date and says which migrations ran. Safe to run beside another process. */
export async function migrate(db: Database): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (isAboutUnknownMigration(error)) {
    throw new NewerDatabase(
      'The database named by DATABASE_URL was made by a newer version of Buddy. Start that one, or restore the backup from before the upgrade.',
      { cause: error },
    );
  }
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** How many migrations a start would run. Changes nothing. */
export async function pendingMigrations(db: Database): Promise<number> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  return (await migrator.getMigrations()).filter((migration) => migration.executedAt === undefined).length;
}

/** Kysely has no code for it. */
function isAboutUnknownMigration(error: unknown): boolean {
  return error instanceof Error && /previously executed migration .* is missing/.test(error.message);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const migrations = await Promise.all(
    files.map(async (name) => [name.replace(/\.ts$/, ''), await import(join(folder, name))] as const),
  );
  return Object.fromEntries(migrations);
}
