import type { InferOutput } from 'valibot';
import { type ByLanguage, joined } from './by-language.ts';
import type { Said } from './languages.ts';
import type { deeperFile } from './shapes.ts';

/** A question for half an hour, which some Mondays add to the two. */
export interface DeeperQuestion {
  readonly id: string;
  readonly words: Said<string>;
}

/** So many, that none comes again within two years. */
export const deeperNeeded = 26;

export function makeDeeper(written: ByLanguage<InferOutput<typeof deeperFile>[number]>): DeeperQuestion[] {
  return joined(written, ({ question }) => question);
}

export function deeperFaults({ en }: ByLanguage<unknown>): string[] {
  return en.length < deeperNeeded
    ? [`prompts/deeper/en.yml: has ${en.length} questions; at least ${deeperNeeded} are needed.`]
    : [];
}
