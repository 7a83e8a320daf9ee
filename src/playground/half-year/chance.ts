/** Numbers that look like chance and come the same each time, so that everyone sees the same half year. */
export interface Chance {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** True so often: `often(0.2)` one time in five. */
  often(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32, which is in the public domain. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createChance(seed: number): Chance {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    often: (share) => next() < share,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from');
      return item;
    },
  };
}
