import type { Rule } from '../../src/features/guard/rules.ts';

/** Small enough to try every table there is; what's shown isn't rounded, which would only hide more. */
export const smallest = 4;
export const exactly = (without: Rule = 'rounding') => ({ smallest, without });

/** Every way to share so many out over so many places. */
export function* shares(count: number, places: number): Generator<readonly number[]> {
  if (places === 1) {
    yield [count];
    return;
  }
  for (let first = 0; first <= count; first += 1)
    for (const rest of shares(count - first, places - 1)) yield [first, ...rest];
}

/** Every choice of a number up to each of these. */
export function* upTo(most: readonly number[]): Generator<readonly number[]> {
  const [first, ...rest] = most;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let one = 0; one <= first; one += 1) for (const others of upTo(rest)) yield [one, ...others];
}

/** The tables that look alike, for someone who knows the rules and can try all of them. */
export function lookAlikes(
  tables: Iterable<readonly number[]>,
  shown: (table: readonly number[]) => unknown,
): readonly (readonly (readonly number[])[])[] {
  return [...Map.groupBy([...tables], (table) => JSON.stringify(shown(table))).values()];
}

export const hasAtLeast = (table: readonly number[], these: readonly number[]): boolean =>
  table.every((count, index) => count >= (these[index] ?? 0));

/** Whether any so few people could be wherever they like, whatever is shown. */
export function areFree(
  total: number,
  groups: number,
  shown: (table: readonly number[]) => unknown,
): boolean {
  const few = [...shares(Math.min(smallest - 1, total), groups)];
  return lookAlikes(shares(total, groups), shown).every((alike) =>
    few.every((these) => alike.some((table) => hasAtLeast(table, these))),
  );
}

export const named = (table: readonly number[]) =>
  table.map((count, index) => ({ name: ['a', 'b', 'c', 'd', 'e'][index] ?? '', count }));
