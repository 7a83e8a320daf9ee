import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Measured } from './figure.ts';
import { fanOut } from './figures/fan-out.ts';
import { footprint } from './figures/footprint.ts';
import { limits } from './figures/limits.ts';
import { planning } from './figures/planning.ts';
import { queue } from './figures/queue.ts';
import { status } from './figures/status.ts';
import { teamsReply } from './figures/teams-reply.ts';
import { sayMachine } from './machine.ts';
import { pageOf, tableOf } from './table.ts';

/**
 * `npm run bench`: measures everything, prints a table and writes docs/performance.md. With names, only those figures, and
 * nothing is written.
 */
const figures: readonly Figure[] = [status, teamsReply, fanOut, planning, queue, limits, footprint];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => figures.every((figure) => figure.name !== name));
if (unknown.length > 0) {
  console.error(
    `No figure is called ${unknown.join(', ')}. There are ${figures.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const measured = new Map<Figure, readonly Measured[]>();
for (const figure of figures) {
  if (asked.length > 0 && !asked.includes(figure.name)) continue;
  console.error(`${figure.name} ...`);
  measured.set(figure, await figure.measure());
}
const machine = sayMachine();
console.log(tableOf(measured));
console.log(machine);
if (asked.length === 0)
  writeFileSync(join(import.meta.dirname, '../docs/performance.md'), pageOf(measured, machine));
