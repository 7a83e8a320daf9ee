import type { InferOutput } from 'valibot';
import type { Said } from './languages.ts';
import { repeated } from './repeated.ts';
import type { legalFile } from './support-shapes.ts';

/** What a law protects of peer support, as it was on a day. */
export interface LegalNote {
  readonly id: string;
  readonly jurisdiction: Said<string>;
  readonly protects: Said<string>;
  readonly source: string;
  /** null: the source has no address. */
  readonly url: string | null;
  /** The day on which it was written, or last compared with its source. */
  readonly date: string;
  /** null: counsel of this hospital hasn't; then `unchecked` is said beside it. */
  readonly signedOffBy: string | null;
}

export interface Legal {
  readonly notes: readonly LegalNote[];
  readonly unchecked: Said<string>;
}

type Listed = InferOutput<typeof legalFile>;

export function makeLegal({ unchecked, notes }: Listed): Legal {
  return {
    unchecked,
    notes: notes.map(({ signed_off_by, url, ...note }) => ({
      ...note,
      url: url ?? null,
      signedOffBy: signed_off_by === '' ? null : signed_off_by,
    })),
  };
}

export function legalFaults({ notes }: Listed): string[] {
  return repeated(notes.map(({ id }) => id)).map(
    (id) => `prompts/support/legal.yml: the id ${id} stands twice.`,
  );
}
