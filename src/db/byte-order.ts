import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';
import { tables } from './tables.ts';

/**
 * Texts are compared byte by byte, as SQLite compares them: `reminder:ana:` up to `reminder:ana:~` are all reminders of
 * Ana. PostgreSQL would go by the language of the database, in which signs count for little; every text column of ours
 * that does so is changed. A migration need not think of it. Nothing on SQLite.
 */
export async function orderByBytes(db: Executor): Promise<void> {
  if (!isPostgres(db)) return;
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'`.execute(
    db,
  );
  for (const table of tables) {
    const changes = rows
      .filter((row) => row.table === table)
      .map(({ column }) => sql`alter column ${sql.ref(column)} type text collate "C"`);
    if (changes.length > 0) await sql`alter table ${sql.table(table)} ${sql.join(changes)}`.execute(db);
  }
}
