import { parseArgs } from 'node:util';

/** How much is measured. What isn't given on the command line is as it stands here. */
export interface Sizes {
  /** Presses of "We checked in" in a round of `taps`. */
  readonly taps: number;
  /** Nudges of a Monday in `limits`. */
  readonly nudges: number;
  /** Messages in each of the 200 workspaces of `workspaces`. */
  readonly messages: number;
  /** Members who live through the two years of `years`. */
  readonly members: number;
  readonly weeks: number;
}

const usual: Sizes = { taps: 150, nudges: 600, messages: 300, members: 1_000, weeks: 104 };

export interface Asked {
  readonly names: readonly string[];
  readonly sizes: Sizes;
}

/** Reads `npm run bench -- limits --nudges 3000`. Throws for a word that it doesn't know. */
export function readAsked(words: readonly string[]): Asked {
  const options = Object.fromEntries(Object.keys(usual).map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const given = Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  for (const [name, value] of given)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number`);
  return { names: positionals, sizes: { ...usual, ...Object.fromEntries(given) } };
}
