import { outcomes } from '../../../../src/features/figures/release.ts';
import type { Limits } from '../../../../src/features/guard/rules.ts';
import type { PlayedWeek } from './hospital.ts';
import { ask, type Found, interval, know, part, type Question } from './knowledge.ts';
import { Program, type Term } from './program.ts';

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
