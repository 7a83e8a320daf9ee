import { codesIn, rowsOf } from './tables.ts';

/** What docs/privacy.md says of a table of the database. */
interface SaidOfTable {
  /** What the table is, and for how long its rows are kept. */
  readonly about: string;
  readonly columns: readonly { readonly names: readonly string[]; readonly says: string }[];
}

/** The part below the table's bold name, or its row in the lists of tables that hold nobody. */
export function saidOf(page: string, table: string): SaidOfTable {
  const [, after] = page.split(`\n**${table}**`);
  if (after === undefined) {
    const [, columns, about] = rowsOf(page).find(([name]) => name === `\`${table}\``) ?? [];
    return { about: about ?? '', columns: [{ names: codesIn(columns ?? ''), says: '' }] };
  }
  const part = after.split(/\n\*\*|\n## /)[0] ?? '';
  const [about] = part.split('\n|');
  const [, ...rows] = rowsOf(part);
  return {
    about: sentence(about ?? ''),
    columns: rows.map(([names, says]) => ({ names: codesIn(names ?? ''), says: says ?? '' })),
  };
}

function sentence(text: string): string {
  const said = text
    .replace(/^[:.]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
