import { runChild } from '../child.ts';
import { type Figure, type Measured, sideBySide } from '../figure.ts';

interface Touched {
  readonly pressed: readonly string[];
  readonly nudged: readonly string[];
}

/** How many files one has to know of: those of which a function runs. See subjects/touched.ts. */
export const touched: Figure = {
  name: 'touched',
  async measure(): Promise<readonly Measured[]> {
    const { pressed, nudged } = await runChild<Touched>('bench/subjects/touched.ts', {});
    console.error(`A press:\n  ${pressed.join('\n  ')}\nA nudge:\n  ${nudged.join('\n  ')}`);
    const told = (what: string, files: number, aim: number): Measured => ({
      what: `files that run for ${what}`,
      ...sideBySide(files, aim),
      against: 'the aim',
      aim: { atMost: 1 },
    });
    return [told('one press of "We checked in"', pressed.length, 20), told('one nudge', nudged.length, 30)];
  },
};
