import type { Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet } from '../../chat/say.ts';
import type { Page } from './rules.ts';
import { wordsFor } from './words.ts';

/** Where one is, and the way to the pages beside it; nothing where there's one page. */
export function pageElements(
  reader: Reader,
  { number, count }: Pick<Page<unknown>, 'number' | 'count'>,
  idOf: (page: number) => string,
): readonly Element[] {
  const words = wordsFor(reader);
  if (count === 1) return [];
  const buttons = [
    ...(number > 1 ? [{ id: idOf(number - 1), label: words.previous }] : []),
    ...(number < count ? [{ id: idOf(number + 1), label: words.next }] : []),
  ];
  return [quiet(words.page(number, count)), { type: 'buttons', buttons }];
}
