import { type RawBuilder, sql } from 'kysely';

/**
 * A text that SQLite does not look at. In a query with ORDER BY or a join it would take an equal value into account when
 * it plans, as it does with what a partial index depends on and with a LIMIT, and so plan anew whenever one is bound: some 7 µs,
 * several times what the query itself takes. What never changes is better written into the query (`sql.lit`).
 */
export function opaque<Text extends string>(text: Text): RawBuilder<Text> {
  return sql`cast(${text} as text)`;
}
