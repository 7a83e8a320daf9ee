import type { Reader } from '../../chat/reader.ts';
import type { Picture } from './chart.ts';
import type { Released } from './read.ts';
import { wordsFor } from './words.ts';

const batchesShown = 8;

/** What peer supporters did, in batches that were frozen once enough had closed. */
export function supportPicture(reader: Pick<Reader, 'language'>, { batches }: Released): Picture {
  const { support: words } = wordsFor(reader);
  const shown = batches
    .map(({ counted }, index) => ({ name: words.batch(index + 1), ...counted }))
    .slice(-batchesShown);
  const latest = shown.at(-1);
  return {
    id: 'support',
    title: words.title,
    reading: latest === undefined ? words.none : words.reading(latest.talked, latest.closed),
    chart:
      latest === undefined
        ? null
        : {
            type: 'bars',
            bars: shown.map(({ name, closed, talked }) => ({
              label: name,
              value: talked,
              whole: closed,
              said: String(talked),
            })),
          },
    notes: [words.legend],
    table: {
      columns: words.columns,
      rows: shown.map((one) => [
        one.name,
        ...(['closed', 'talked', 'reached-in-a-day', 'declined', 'group'] as const).map((name) =>
          String(one[name]),
        ),
      ]),
    },
  };
}
