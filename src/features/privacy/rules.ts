import type { Held } from './held.ts';

/** True when there is nothing at all to show or to erase. */
export function isNothing(held: Held): boolean {
  const { person: _, member, linked: __, contact, address, namedIn, ...lists } = held;
  return (
    member === null &&
    contact === null &&
    address === null &&
    namedIn === 0 &&
    Object.values(lists).every((list) => list.length === 0)
  );
}
