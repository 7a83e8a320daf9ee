import { isDeepStrictEqual } from 'node:util';
import type { Act } from './acts.ts';
import type { Buddies } from './buddies.ts';
import { type Picture, pictureOf } from './likeness.ts';

/** An order in which the model does all of it and then looks like the database; null when there is none. */
export function fits(model: Buddies, acts: readonly Act[], real: Picture): readonly Act[] | null {
  for (const order of orders(acts)) {
    const tried = model.copy();
    for (const act of order) tried.does(act);
    if (isDeepStrictEqual(pictureOf(tried), real)) return order;
  }
  return null;
}

function* orders<T>(things: readonly T[]): Generator<readonly T[]> {
  if (things.length === 0) yield [];
  for (const [index, first] of things.entries()) {
    const rest = things.filter((_, at) => at !== index);
    for (const order of orders(rest)) yield [first, ...order];
  }
}
