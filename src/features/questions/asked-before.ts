import { addWeeks, type IsoWeek } from '../../calendar/iso-week.ts';
import { withoutAccents } from '../../chat/without-accents.ts';
import type { Questions } from '../../content/bank.ts';

/** Nobody remembers what was asked longer ago than these Mondays: two years. */
const remembered = 104;

/** So much of their words two questions share when someone would say that it's the same one. */
const enoughShared = 0.8;

/** What a week asks, or has asked. */
export interface Asked {
  readonly week: IsoWeek;
  readonly first: string;
  readonly second: string;
  readonly inSpanish: Questions | null;
}

/** A question that comes close to one of a week before. */
export interface AskedBefore {
  readonly week: IsoWeek;
  /** As it was asked then. */
  readonly question: string;
}

/** Where memory of a week's questions begins. */
export function rememberedFrom(week: IsoWeek): IsoWeek {
  return addWeeks(week, -remembered);
}

/** For each of the two questions the last time that something close to it was asked, in the two years before. */
export function askedBefore(asks: Asked, past: readonly Asked[]): readonly AskedBefore[] {
  const from = rememberedFrom(asks.week);
  const before = past
    .filter(({ week }) => week >= from && week < asks.week)
    .toSorted((one, other) => (one.week < other.week ? 1 : -1))
    .flatMap(({ week, ...texts }) => wordings(texts).map((question) => ({ week, question })));
  return [
    [asks.first, asks.inSpanish?.first ?? ''],
    [asks.second, asks.inSpanish?.second ?? ''],
  ].flatMap((mine) => {
    const found = before.find(({ question }) => mine.some((one) => comesClose(one, question)));
    return found === undefined ? [] : [found];
  });
}

/** Whether two questions are nearly word for word the same, whatever their case, accents and punctuation. */
export function comesClose(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const shared = mine.intersection(theirs).size;
  return shared > 0 && shared / Math.max(mine.size, theirs.size) >= enoughShared;
}

function wordsOf(question: string): ReadonlySet<string> {
  return new Set(
    withoutAccents(question)
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu),
  );
}

function wordings({ first, second, inSpanish }: Omit<Asked, 'week'>): readonly string[] {
  return [first, second, ...(inSpanish === null ? [] : [inSpanish.first, inSpanish.second])];
}
