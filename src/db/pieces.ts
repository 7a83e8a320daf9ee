const largestPiece = 512;

/**
 * The list in pieces whose sizes are powers of two: a statement for many rows then exists in ten sizes only, all of
 * them kept prepared, and none comes near the 32,766 parameters that SQLite takes.
 */
export function* inPieces<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  let from = 0;
  for (let size = largestPiece; size >= 1; size /= 2) {
    for (; items.length - from >= size; from += size) yield items.slice(from, from + size);
  }
}
