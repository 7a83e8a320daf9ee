import { isLately } from '../../src/system/lately.ts';

/** What was found of late, by name, for `ms` milliseconds; of more than `atMost` names, those that came last. */
export class Remembered<Value> {
  private readonly ms: number;
  private readonly atMost: number;
  private readonly now: () => number;
  private readonly found = new Map<string, { readonly value: Value; readonly at: number }>();

  constructor({ ms, atMost, now }: { ms: number; atMost: number; now: () => number }) {
    this.ms = ms;
    this.atMost = atMost;
    this.now = now;
  }

  /** Undefined for what is not remembered. */
  find(name: string): Value | undefined {
    const known = this.found.get(name);
    return known !== undefined && isLately(known.at, this.ms, this.now()) ? known.value : undefined;
  }

  keep(name: string, value: Value): void {
    const now = this.now();
    this.found.delete(name);
    this.found.set(name, { value, at: now });
    for (const [oldest, { at }] of this.found) {
      if (isLately(at, this.ms, now) && this.found.size <= this.atMost) break;
      this.found.delete(oldest);
    }
  }
}
