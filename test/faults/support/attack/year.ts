import type { Limits } from '../../../../src/features/guard/rules.ts';
import type { PlayedYear } from './hospital.ts';
import { ask, type Found, interval, negative, part, type Question } from './knowledge.ts';
import { Program, type Term } from './program.ts';

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
