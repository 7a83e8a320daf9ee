import { locksRows } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';

/** How the work of a Monday is cut up. */
interface Shape {
  /** So many due members are planned in one transaction, some 30 ms. */
  readonly batch: number;
  /** So many cards exist at once, since a whole batch of them outlives the young heap. A server takes a trip for each piece. */
  readonly rendered: number;
  /** So many batches are in hand at once: while the server writes one, the other is rendered here. */
  readonly sideBySide: number;
}

const onServer: Shape = { batch: 1_024, rendered: 512, sideBySide: 2 };
/** Its transactions take turns. */
const inFile: Shape = { batch: 1_024, rendered: 128, sideBySide: 1 };

export function shapeOf(db: Executor): Shape {
  return locksRows(db) ? onServer : inFile;
}
