import { outcomes } from '../../../../src/features/figures/release.ts';
import type { ShownGroups } from '../../../../src/features/guard/groups.ts';
import { holds, type Limits } from '../../../../src/features/guard/rules.ts';
import type { PlayedWeek, PlayedYear } from './hospital.ts';
import { Program, type Term } from './program.ts';

/** Something that fewer people than the smallest group must be, or can't be. */
export interface Found {
  readonly what: string;
  readonly people: number;
  /** How many of them can be so at most (`most`), or are so at least. */
  readonly bound: number;
}

interface Question {
  readonly what: string;
  readonly people: number;
  readonly counted: readonly Term[];
  readonly isMost: boolean;
}

/** What must be true where a rounded count is shown. */
function interval(shown: number, { smallest, ...limits }: Limits): readonly [number, number] {
  if (!holds('rounding', { smallest, ...limits })) return [shown, shown];
  const lowest = Math.ceil(smallest / 5) * 5;
  return [
    shown === lowest && holds('smallest-group', { smallest, ...limits }) ? smallest : shown - 2,
    shown + 2,
  ];
}

/** Everything that follows from a table: what is shown, what's left out, and that what's left out is smaller. */
function know(
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

function negative(terms: readonly Term[]): readonly Term[] {
  return terms.map(([factor, unknown]) => [-factor, unknown] as const);
}

/**
 * Asks of groups just below the smallest, on one platform and across both, whether all of them, or none, could have had each
 * outcome. Who was due, and where, is known; people of one platform can't be told apart, so nothing else about them matters.
 */
export function attackWeek({ due, pairs, released }: PlayedWeek, limits: Limits): readonly Found[] {
  const program = new Program();
  const questions: Question[] = [];
  const places = Object.entries(due).filter(([, members]) => members > 0);
  const few = limits.smallest - 1;
  const groups = [
    ...places.map(([place, members]) => ({ [place]: Math.min(few, members) })),
    ...(places.length < 2
      ? []
      : [Object.fromEntries(places.map(([place, members]) => [place, Math.min(few >> 1, members)]))]),
  ];
  for (const [index, group] of groups.entries())
    for (const outcome of outcomes)
      for (const isMost of [true, false]) {
        const block = `b${index}_${outcome}_${isMost ? 'm' : 'l'}`;
        const people = Object.values(group).reduce((sum, size) => sum + size, 0);
        knowWeek(program, { due: places, released, block }, limits);
        const counted = places.flatMap(([place]) =>
          someOf(program, { place, size: group[place] ?? 0, block, outcome }),
        );
        questions.push({ what: `${outcome} ${JSON.stringify(group)}`, people, counted, isMost });
      }
  for (const isMost of [true, false]) {
    const block = `p${isMost ? 'm' : 'l'}`;
    const sums = new Map(
      ['checked-in', 'not'].map((name) => [name, [[1, `${block}_${name.length}`] as const]]),
    );
    know(program, released.checkins, sums, {
      total: pairs.due,
      limits: { ...limits, smallest: limits.smallest * pairs.mostOfOne },
    });
    // The pairs that so few people are in.
    const people = Math.min(pairs.due, few * pairs.mostOfOne);
    questions.push({ what: 'pairs', people, counted: part(program, block, people, sums), isMost });
  }
  return ask(program, questions);
}

function knowWeek(
  program: Program,
  {
    due,
    released,
    block,
  }: {
    readonly due: readonly (readonly [string, number])[];
    readonly released: PlayedWeek['released'];
    readonly block: string;
  },
  limits: Limits,
): void {
  const total = due.reduce((sum, [, members]) => sum + members, 0);
  const sums = new Map(
    outcomes.map((name) => [name, due.map(([place]) => [1, `${block}_${place}_${name}`] as const)]),
  );
  know(program, released.outcomes, sums, { total, limits });
  for (const [place, members] of due)
    program.row(
      outcomes.map((name) => [1, `${block}_${place}_${name}`] as const),
      '=',
      members,
    );
  for (const { name, count } of released.platforms) {
    const [least, most] = interval(count, limits);
    program.between(least, [[1, `${block}_${name}_sent`]], most);
  }
}

/** So many people of a place, each of whom has one outcome. */
function someOf(
  program: Program,
  {
    place,
    size,
    block,
    outcome,
  }: {
    readonly place: string;
    readonly size: number;
    readonly block: string;
    readonly outcome: string;
  },
): readonly Term[] {
  const unknownOf = (name: string) => `${block}_${place}_${name}_g`;
  program.row(
    outcomes.map((name) => [1, unknownOf(name)] as const),
    '=',
    size,
  );
  for (const name of outcomes)
    program.row(
      [
        [1, `${block}_${place}_${name}`],
        [-1, unknownOf(name)],
      ],
      '>=',
      0,
    );
  return [[1, unknownOf(outcome)]];
}

/** So many of what two sums share out; the first of them is counted. */
function part(
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

/** Asks whether fewer pairs than the smallest group must have ended, or can't have, in a quarter or by an age. */
export function attackYear({ standing, started, points }: PlayedYear, limits: Limits): readonly Found[] {
  const program = new Program();
  const questions: Question[] = [];
  const few = limits.smallest - 1;
  for (const [quarter] of started.entries())
    for (const isMost of [true, false]) {
      const block = `q${quarter}${isMost ? 'm' : 'l'}`;
      knowQuarters(program, { standing, started, block }, limits);
      const sums = new Map<string, readonly Term[]>([
        ['ended', [[1, `${block}_ended${quarter}`]]],
        [
          'stayed',
          [
            [1, `${block}_stood${quarter}`],
            [-1, `${block}_ended${quarter}`],
          ],
        ],
      ]);
      if ((standing[quarter] ?? 0) < limits.smallest) continue;
      questions.push({
        what: `ended in ${quarter}`,
        people: few,
        counted: part(program, block, few, sums),
        isMost,
      });
    }
  for (const [age, point] of points.entries())
    for (const isMost of [true, false]) {
      if (point === null) continue;
      const block = `t${age}${isMost ? 'm' : 'l'}`;
      knowPoints(program, { points, block }, limits);
      const gone = points.slice(0, age + 1).map((_, index) => [1, `${block}_ended${index}`] as const);
      const sums = new Map<string, readonly Term[]>([
        ['ended', gone.slice(-1)],
        ['others', [[1, `${block}_began`], ...negative(gone.slice(-1))]],
      ]);
      questions.push({
        what: `ended by ${age}`,
        people: few,
        counted: part(program, block, few, sums),
        isMost,
      });
    }
  return ask(program, questions);
}

function knowQuarters(
  program: Program,
  { standing, started, block }: Pick<PlayedYear, 'standing' | 'started'> & { readonly block: string },
  limits: Limits,
): void {
  for (const [index, shown] of standing.entries())
    if (shown !== null) {
      const [least, most] = interval(shown, limits);
      program.between(least, [[1, `${block}_stood${index}`]], most);
    }
  for (const [index, shown] of started.entries()) {
    program.row(
      [
        [1, `${block}_stood${index}`],
        [1, `${block}_started${index}`],
        [-1, `${block}_ended${index}`],
        [-1, `${block}_stood${index + 1}`],
      ],
      '=',
      0,
    );
    program.row(
      [
        [1, `${block}_stood${index}`],
        [-1, `${block}_ended${index}`],
      ],
      '>=',
      0,
    );
    if (shown === null) continue;
    const [least, most] = interval(shown, limits);
    program.between(least, [[1, `${block}_started${index}`]], most);
  }
}

function knowPoints(
  program: Program,
  { points, block }: Pick<PlayedYear, 'points'> & { readonly block: string },
  { smallest }: Limits,
): void {
  const began: Term = [1, `${block}_began`];
  program.row([began], '>=', 2 * smallest);
  let sinceShare: Term[] = [];
  const all: Term[] = [];
  for (const [age, point] of points.entries()) {
    const ended: Term = [1, `${block}_ended${age}`];
    all.push(ended);
    sinceShare.push(ended);
    program.row([began, ...negative(all)], '>=', 0);
    if (point === null) return;
    if (point.type === 'as-before') program.row(sinceShare, '<=', smallest - 1);
    if (point.type === 'few') program.row([began, ...negative(all)], '<=', smallest - 1);
    if (point.type !== 'share') continue;
    program.row(sinceShare, '>=', smallest);
    program.row([began, ...negative(all)], '>=', smallest);
    const [least, most] = [point.share - 2.5, point.share + 2.5];
    program.row([[100 - least, `${block}_began`], ...all.map(([, one]) => [-100, one] as const)], '>=', 0);
    program.row([[100 - most, `${block}_began`], ...all.map(([, one]) => [-100, one] as const)], '<=', 0);
    sinceShare = [];
  }
}

function ask(program: Program, questions: readonly Question[]): readonly Found[] {
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
