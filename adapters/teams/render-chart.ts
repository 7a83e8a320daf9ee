import type { ChartElement } from '../../src/chat/card.ts';
import type { BodyElement, InnerElement } from './adaptive-card.ts';
import { renderTable } from './render-table.ts';
import { richText } from './text.ts';

/** Teams' own chart, with a table of the same for clients that don't know it. What's no number stands below it in words. */
export function renderChart({ title, columns, bars }: ChartElement, nothing: string): BodyElement[] {
  const heading = richText(title, { weight: 'bolder' });
  const table = renderTable(
    { type: 'table', columns, rows: bars.map(({ label, said }) => [label, said]) },
    nothing,
  );
  const data = bars.flatMap(({ label, value }) => (value === null ? [] : [{ x: label, y: value }]));
  if (data.length === 0) return [heading, ...table];
  const unsaid = bars.filter(({ value }) => value === null).map(({ label, said }) => `${label}: ${said}`);
  return [
    heading,
    {
      type: 'Chart.HorizontalBar',
      displayMode: 'AbsoluteWithAxis',
      data,
      fallback: { type: 'Container', items: table as readonly InnerElement[] },
    },
    ...(unsaid.length === 0 ? [] : [richText(unsaid.join('\n'), { size: 'small', isSubtle: true })]),
  ];
}
