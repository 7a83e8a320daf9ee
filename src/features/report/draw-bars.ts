import { scaleBand, scaleLinear } from 'd3-scale';
import { escapeHtml } from '../../system/html-page.ts';
import type { Bar, BarChart } from './chart.ts';

// In units of the picture, which is as wide as half a page of paper and as a phone: letters keep their size on both.
const width = 340;
const height = 112;
const top = 16;
const bottom = height - 18;
const widestBar = 54;
const gap = 4;

/** What a label takes, so that none runs into the next. */
const letter = 6;

/** Bars as an SVG; `said` is what someone hears who doesn't see them. */
export function drawBars({ bars, highest }: BarChart, said: string): string {
  const names = bars.map((_, index) => String(index));
  const places = scaleBand(names, [0, width]).paddingInner(0.25).paddingOuter(0.1);
  const most = highest ?? Math.max(1, ...bars.map(({ value, whole }) => Math.max(value ?? 0, whole ?? 0)));
  const up = scaleLinear([0, most], [bottom, top]);
  const barWidth = Math.min(places.bandwidth(), widestBar);
  const every = Math.ceil(
    (Math.max(...bars.map(({ label }) => label.length)) * letter + gap) / places.step(),
  );
  const drawn = bars.flatMap((bar, index) => {
    const middle = (places(String(index)) ?? 0) + places.bandwidth() / 2;
    // The newest always has its label: counted from the end.
    const hasLabel = (bars.length - 1 - index) % every === 0;
    return [
      ...drawBar(bar, { middle, barWidth, up }),
      ...(hasLabel ? [text(bar.label, middle, height - 5, 'label')] : []),
    ];
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(said)}">`,
    ...drawn,
    `<line class="base" x1="0" x2="${width}" y1="${bottom}" y2="${bottom}"/>`,
    '</svg>',
  ].join('');
}

interface Place {
  readonly middle: number;
  readonly barWidth: number;
  readonly up: (value: number) => number;
}

function drawBar({ value, whole, said }: Bar, { middle, barWidth, up }: Place): readonly string[] {
  const rect = (of: number, look: string): string =>
    `<rect class="${look}" x="${round(middle - barWidth / 2)}" y="${round(up(of))}" width="${round(barWidth)}" height="${round(bottom - up(of))}"/>`;
  const tallest = Math.max(value ?? 0, whole ?? 0);
  return [
    ...(whole === undefined ? [] : [rect(whole, 'whole')]),
    ...(value === null ? [] : [rect(value, 'bar')]),
    text(said, middle, up(tallest) - gap, 'value'),
  ];
}

function text(said: string, x: number, y: number, look: string): string {
  return `<text class="${look}" x="${round(x)}" y="${round(y)}" text-anchor="middle">${escapeHtml(said)}</text>`;
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
