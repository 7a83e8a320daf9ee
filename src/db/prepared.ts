import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { locksRows } from './locks.ts';
import type { Executor } from './schema.ts';

/** A query with the name of a value in each place where one belongs. */
interface Template<Row> {
  readonly query: CompiledQuery<Row>;
  readonly names: readonly (string | null)[];
}

/** Stands for a value while the query is built. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built once for each kind of database and from then on only gets other values. Building takes longer
 * than SQLite needs for a row, so that is how queries are written of which an answer or a delivery has several. What is
 * built may not depend on the values: they are not there yet.
 */
export function prepared<Values extends object, Row>(
  build: (db: Executor, values: Values) => Compilable<Row>,
): (db: Executor, values: Values) => Promise<QueryResult<Row>> {
  const templates = new Map<boolean, Template<Row>>();

  function templateFor(db: Executor): Template<Row> {
    const kind = locksRows(db);
    const known = templates.get(kind);
    if (known !== undefined) return known;
    const query = build(db, slots as Values).compile();
    const names = query.parameters.map((one) => (one instanceof Slot ? one.name : null));
    const template = { query, names };
    templates.set(kind, template);
    return template;
  }

  return (db, values) => {
    const { query, names } = templateFor(db);
    const parameters = names.map((name, index) =>
      name === null ? query.parameters[index] : values[name as keyof Values],
    );
    return db.executeQuery({ ...query, parameters });
  };
}

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) });
