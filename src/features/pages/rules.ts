/** As much as a phone shows without being a wall. */
const mostOnAPage = 10;

/** One page of something longer. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** The page that was asked for, or the nearest that there is. */
export function pageOf<Entry>(all: readonly Entry[], wanted: string | undefined): Page<Entry> {
  const pages = Array.from({ length: Math.ceil(all.length / mostOnAPage) }, (_, page) =>
    all.slice(page * mostOnAPage, (page + 1) * mostOnAPage),
  );
  return turnTo(pages, wanted);
}

/** One of several pages that have been cut already. */
export function turnTo<Entry>(pages: readonly (readonly Entry[])[], wanted: string | undefined): Page<Entry> {
  const count = Math.max(1, pages.length);
  const number = Math.min(Math.max(1, Math.trunc(Number(wanted)) || 1), count);
  return { entries: pages[number - 1] ?? [], number, count };
}
