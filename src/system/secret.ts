import { isDeepStrictEqual } from 'node:util';
import { uptime } from './clock.ts';
import { isLately } from './lately.ts';

/** However often it's refused, it is looked for no more often than this (milliseconds). */
const lookAgainMs = 1_000;

/** Where a secret is looked for again. */
export interface SecretSource<Value> {
  /** The setting that says where, for an operator. */
  readonly name: string;
  /** `why` is a sentence for an operator, which says nothing of what's in there. */
  read(): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string };
}

/** Who hears what becomes of a secret. */
export interface SecretListener {
  replaced?(): void;
  /** It couldn't be had, and the old one stays. Said once for as long as it's the same. */
  failed?(why: string): void;
}

/** Something secret, in whose place another may come while Buddy runs. Neither a log nor JSON shows what it is. */
export class Secret<Value = string> {
  #value: Value;
  readonly #source: SecretSource<Value> | null;
  readonly #listeners: SecretListener[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;
  #fault: string | null = null;

  /** Without a source it stays as it is. */
  constructor(value: Value, source: SecretSource<Value> | null = null) {
    this.#value = value;
    this.#source = source;
  }

  /** As it stands now. */
  get value(): Value {
    return this.#value;
  }

  /** The setting that says where it comes from; null for one that stays. */
  get name(): string | null {
    return this.#source?.name ?? null;
  }

  hear(listener: SecretListener): void {
    this.#listeners.push(listener);
  }

  /** For anyone who was refused with `used`: what stands in its place by now; null while nothing else does. */
  insteadOf(used: Value): Value | null {
    if (this.#value === used && !isLately(this.#lookedAt, lookAgainMs, uptime.now())) this.look();
    return this.#value === used ? null : this.#value;
  }

  /** `work` with it as it stands; refused for its sake while another has taken its place, once more with that. */
  async using<T>(work: (value: Value) => Promise<T>, isRefusal: (error: unknown) => boolean): Promise<T> {
    const used = this.#value;
    try {
      return await work(used);
    } catch (error) {
      const other = isRefusal(error) ? this.insteadOf(used) : null;
      if (other === null) throw error;
      return work(other);
    }
  }

  /** Looks where it comes from, however lately someone did. */
  look(): void {
    if (this.#source === null) return;
    this.#lookedAt = uptime.now();
    const read = this.#source.read();
    const fault = read.ok ? null : read.why;
    const isNews = fault !== this.#fault;
    this.#fault = fault;
    if (!read.ok) {
      if (isNews) for (const listener of this.#listeners) listener.failed?.(read.why);
      return;
    }
    if (isDeepStrictEqual(read.value, this.#value)) return;
    this.#value = read.value;
    for (const listener of this.#listeners) listener.replaced?.();
  }
}
