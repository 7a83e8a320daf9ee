import type { Words } from './card.ts';

/**
 * The same sentences in another language: every key, with what's filled in, and the wording free. A room's Spanish is
 * `Translated<typeof en>`, so that a key that one language lacks doesn't build.
 */
export type Translated<English> = English extends string
  ? string
  : English extends (...filledIn: infer FilledIn) => infer Said
    ? (...filledIn: FilledIn) => Translated<Said>
    : English extends readonly string[]
      ? { readonly [Place in keyof English]: string }
      : English extends Words
        ? Exclude<Words, string>
        : { readonly [Key in keyof English]: Translated<English[Key]> };
