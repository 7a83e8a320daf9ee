import { migrate } from '../db/migrate.ts';
import { connectDatabase } from '../db/open.ts';
import { commandConfig } from './command-config.ts';

export async function migrateNow(): Promise<void> {
  const db = await connectDatabase(commandConfig().databaseUrl);
  try {
    const applied = await migrate(db);
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await db.destroy();
  }
}
