import type { Released } from './read.ts';

/** The releases as they are stored. What the keys mean stands in docs/figures-report.md; they don't change within a version. */
export function asJson({ smallest: smallestGroup, figures, batches }: Released): string {
  const releases = Object.entries(figures).flatMap(([kind, ofIt]) =>
    ofIt.map((release) => ({ kind, ...release })),
  );
  const support = batches.map((batch, index) => ({ batch: index + 1, ...batch }));
  const written = { format: 'buddy-figures', version: 1, smallestGroup, releases, support };
  return `${JSON.stringify(written, null, 2)}\n`;
}
