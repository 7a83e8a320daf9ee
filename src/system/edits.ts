/** Letters to add, drop, replace or swap with their neighbor (optimal string alignment). */
export function editsBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let row = 1; row <= one.length; row += 1) {
    const edits = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one.charAt(row - 1) === other.charAt(column - 1);
      const options = [
        (last[column] ?? 0) + 1,
        (edits[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      // Before the first letter stands none, which is like no other.
      const isSwap =
        one.charAt(row - 1) === other.charAt(column - 2) && one.charAt(row - 2) === other.charAt(column - 1);
      if (isSwap) options.push((beforeLast[column - 2] ?? 0) + 1);
      edits.push(Math.min(...options));
    }
    [beforeLast, last] = [last, edits];
  }
  return last[other.length] ?? 0;
}
