import load from 'highs';

// Its types are those of CommonJS, though what's imported isn't.
const { solve } = await (load as unknown as typeof load.default)();

/** A term of a row: so many times an unknown. */
export type Term = readonly [factor: number, unknown: string];

/**
 * Whole numbers that nobody knows, and what is known of their sums. Solved by HiGHS, which proves the largest and the smallest
 * that something can be.
 */
export class Program {
  private readonly rows: string[] = [];
  private readonly goals: string[] = [];
  private readonly unknowns = new Set<string>();

  between(least: number, terms: readonly Term[], most: number): void {
    this.row(terms, '>=', least);
    if (Number.isFinite(most)) this.row(terms, '<=', most);
  }

  row(terms: readonly Term[], relation: '<=' | '>=' | '=', bound: number): void {
    if (terms.length > 0) this.rows.push(`${written(terms, this.unknowns)} ${relation} ${bound}`);
  }

  /** What is to be as large as it can, with a factor below zero as small. */
  aim(terms: readonly Term[]): void {
    this.goals.push(written(terms, this.unknowns));
  }

  /** Each unknown's number in the best that there is; null when what is known contradicts itself. */
  solved(): ReadonlyMap<string, number> | null {
    const names = [...this.unknowns].join('\n');
    const rows = this.rows.map((row, index) => `r${index}: ${row}`).join('\n');
    const solution = solve(
      `Maximize\ngoal: ${this.goals.join(' ')}\nSubject To\n${rows}\nGeneral\n${names}\nEnd`,
      // With it, HiGHS 1.15 calls a solution optimal now and then that another one betters.
      { presolve: 'off' },
    );
    if (solution.Status !== 'Optimal') return null;
    return new Map(
      Object.entries(solution.Columns).map(([name, column]) => [
        name,
        'Primal' in column ? Math.round(column.Primal) : 0,
      ]),
    );
  }
}

function written(terms: readonly Term[], unknowns: Set<string>): string {
  return terms
    .map(([factor, unknown]) => {
      unknowns.add(unknown);
      return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${unknown}`;
    })
    .join(' ');
}
