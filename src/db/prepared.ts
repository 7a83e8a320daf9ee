import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';

/** Stands for a value while a query is built. */
class Slot<Values> {
  readonly read: (values: Values) => unknown;

  constructor(read: (values: Values) => unknown) {
    this.read = read;
  }
}

/**
 * A query that is built once for each kind of database and from then on only gets other values. Building takes longer
 * than SQLite needs for a row, so that is how queries are written of which each answer has several. What is built may not
 * depend on the values: they are not there yet.
 */
export function prepared<Values extends object, Row>(
  build: (db: Executor, values: Values) => Compilable<Row>,
): (db: Executor, values: Values) => Promise<QueryResult<Row>> {
  const templates = new Map<boolean, CompiledQuery<Row>>();
  const slots = new Proxy({} as Values, {
    get: (_, name) => new Slot((values: Values) => values[name as keyof Values]),
  });

  function templateFor(db: Executor): CompiledQuery<Row> {
    const kind = isPostgres(db);
    const template = templates.get(kind) ?? build(db, slots).compile();
    templates.set(kind, template);
    return template;
  }

  return (db, values) => {
    const template = templateFor(db);
    const parameters = template.parameters.map((one) => (one instanceof Slot ? one.read(values) : one));
    return db.executeQuery({ ...template, parameters });
  };
}
