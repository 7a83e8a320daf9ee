import type { Figure } from './figure.ts';
import { limits } from './figures/limits.ts';
import { planning } from './figures/planning.ts';
import { start } from './figures/start.ts';
import { status } from './figures/status.ts';
import { taps } from './figures/taps.ts';
import { touched } from './figures/touched.ts';
import { workspaces } from './figures/workspaces.ts';
import { years } from './figures/years.ts';
import { sayMachine } from './machine.ts';
import { putIntoPage } from './page.ts';
import { readAsked } from './sizes.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench`: measures everything, prints a table for each figure and puts it into docs/performance.md. With names, only
 * those; sizes.ts says what else can be asked for.
 */
const figures: readonly Figure[] = [status, taps, limits, planning, workspaces, years, start, touched];
const { names, sizes } = readAsked(process.argv.slice(2));
const unknown = names.filter((name) => figures.every((figure) => figure.name !== name));
if (unknown.length > 0) {
  console.error(
    `No figure is called ${unknown.join(', ')}. There are ${figures.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

console.log(sayMachine());
for (const figure of figures) {
  if (names.length > 0 && !names.includes(figure.name)) continue;
  console.error(`${figure.name} ...`);
  const table = tableOf(await figure.measure(sizes));
  console.log(`\n${table}`);
  putIntoPage(figure.name, table);
}
