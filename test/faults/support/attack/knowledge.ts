import type { ShownGroups } from '../../../../src/features/guard/groups.ts';
import { holds, type Limits } from '../../../../src/features/guard/rules.ts';
import type { Program, Term } from './program.ts';

/** Something that fewer people than the smallest group must be, or can't be. */
export interface Found {
  readonly what: string;
  readonly people: number;
  /** How many of them can be so at most (`most`), or are so at least. */
  readonly bound: number;
}

export interface Question {
  readonly what: string;
  readonly people: number;
  readonly counted: readonly Term[];
  readonly isMost: boolean;
}

/** What must be true where a rounded count is shown. */
export function interval(shown: number, { smallest, ...limits }: Limits): readonly [number, number] {
  if (!holds('rounding', { smallest, ...limits })) return [shown, shown];
  const lowest = Math.ceil(smallest / 5) * 5;
  return [
    shown === lowest && holds('smallest-group', { smallest, ...limits }) ? smallest : shown - 2,
    shown + 2,
  ];
}

/** Everything that follows from a table: what is shown, what's left out, and that what's left out is smaller. */
export function know(
  program: Program,
  shown: ShownGroups<string> | null,
  sumOf: ReadonlyMap<string, readonly Term[]>,
  { total, limits }: { readonly total: number; readonly limits: Limits },
): void {
  program.row([...sumOf.values()].flat(), '=', total);
  if (shown === null) return;
  if (shown.type === 'nearly-all') {
    const largest = sumOf.get(shown.name) ?? [];
    program.row(largest, '>=', total - limits.smallest + 1);
    for (const [name, terms] of sumOf)
      if (name !== shown.name) program.row([...largest, ...negative(terms)], '>=', 0);
    return;
  }
  const hidden = new Map(sumOf);
  for (const { name, count } of shown.shown) {
    program.between(interval(count, limits)[0], sumOf.get(name) ?? [], interval(count, limits)[1]);
    hidden.delete(name);
  }
  for (const terms of hidden.values())
    for (const { name } of shown.shown)
      program.row([...(sumOf.get(name) ?? []), ...negative(terms)], '>=', 0);
}

export function negative(terms: readonly Term[]): readonly Term[] {
  return terms.map(([factor, unknown]) => [-factor, unknown] as const);
}

/** So many of what two sums share out; the first of them is counted. */
export function part(
  program: Program,
  block: string,
  people: number,
  sums: ReadonlyMap<string, readonly Term[]>,
): readonly Term[] {
  const unknowns = [...sums.values()].map((terms, index) => ({ terms, unknown: `${block}_part${index}` }));
  program.row(
    unknowns.map(({ unknown }) => [1, unknown] as const),
    '=',
    people,
  );
  for (const { terms, unknown } of unknowns) program.row([...terms, [-1, unknown]], '>=', 0);
  return [[1, unknowns[0]?.unknown ?? '']];
}

export function ask(program: Program, questions: readonly Question[]): readonly Found[] {
  for (const { counted, isMost } of questions) program.aim(isMost ? counted : negative(counted));
  const solved = program.solved();
  if (solved === null) throw new Error('What was released contradicts itself, or what is known.');
  return questions.flatMap(({ what, people, counted, isMost }) => {
    const bound = counted.reduce((sum, [factor, unknown]) => sum + factor * (solved.get(unknown) ?? 0), 0);
    return bound === (isMost ? people : 0)
      ? []
      : [{ what: `${isMost ? 'most' : 'least'} ${what}`, people, bound }];
  });
}
