import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { literal, table } from './tables.ts';

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly side: 'outside' | 'middle' | 'inside';
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly how: string;
  /** How each side knows the other. */
  readonly known: string;
}

export interface Flows {
  readonly parts: readonly Part[];
  readonly flows: readonly Flow[];
}

/** docs/dossier/flows.yml. */
export function readFlows(root: string): Flows {
  return load(readFileSync(join(root, 'docs/dossier/flows.yml'), 'utf8')) as Flows;
}

/** What goes where, in words, numbered as in the picture. */
export function flowsPart({ parts, flows }: Flows): string {
  const nameOf = (id: string) => parts.find((part) => part.id === id)?.name ?? id;
  return table(
    ['No.', 'From and to', 'What', 'How', 'How it’s known to be genuine'],
    flows.map(({ from, to, what, how, known }, index) => [
      String(index + 1),
      `${nameOf(from)} to ${nameOf(to)}`,
      literal(what),
      how,
      literal(known),
    ]),
  );
}
