import { availableParallelism, totalmem } from 'node:os';

/** What the figures were measured on, as far as they depend on it. */
export function sayMachine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${gigabytes} GB of memory, Node ${process.versions.node}`;
}
