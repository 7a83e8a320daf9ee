import { join } from 'node:path';
import { type Migration, Migrator } from 'kysely/migration';
import { migrationNames, migrationsFolder } from './migrations.ts';
import type { Executor } from './schema.ts';

/** Kysely's own, on the files of `migrations/`. Loaded only where something has to be run. */
export function migratorOn(db: Executor): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const read = async (name: string) => [name, await import(join(migrationsFolder, `${name}.ts`))] as const;
  return Object.fromEntries(await Promise.all((await migrationNames()).map(read)));
}
