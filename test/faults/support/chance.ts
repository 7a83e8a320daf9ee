/** Everything random in a run comes out of one number, so that the run can be had again. */
export const seed = seedFrom(process.env.FAULTS_SEED) ?? Math.floor(Math.random() * 2 ** 31);

/** How someone repeats the runs of a seed. */
export const again = `FAULTS_SEED=${seed}`;

/** A stream of its own for each run: what one draws does not shift what another gets. */
export class Chance {
  private state: number;

  constructor(run: string) {
    this.state = [...run].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), seed);
  }

  /** At least 0, below 1 (mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  isSo(probability: number): boolean {
    return this.fraction() < probability;
  }

  oneOf<T>(things: readonly T[]): T {
    return things[this.between(0, things.length - 1)] as T;
  }
}

function seedFrom(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
