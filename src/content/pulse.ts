import * as v from 'valibot';
import type { Choice } from './choices.ts';
import { repeated } from './repeated.ts';
import { id, list, mapping, text } from './shape-parts.ts';
import { withWords } from './support-shapes.ts';

/** What the pulse asks with. */
export interface PulseMaterial {
  /** What may weigh most, in the order in which it's asked. */
  readonly drivers: readonly Choice[];
}

/** As much as stands on a button of a phone. */
const longest = 40;

/** More buttons than that nobody reads through. */
const mostDrivers = 12;

const driver = v.pipe(
  mapping({ id, en: text(longest), es: v.optional(text(longest)) }),
  v.transform(withWords),
);

export const pulseFile = mapping({
  drivers: v.pipe(list(driver), v.maxLength(mostDrivers, `must have at most ${mostDrivers} entries`)),
});

export function pulseFaults({ drivers }: PulseMaterial): string[] {
  return repeated(drivers.map(({ id: own }) => own)).map(
    (own) => `prompts/pulse.yml, drivers: the id ${own} stands twice.`,
  );
}
