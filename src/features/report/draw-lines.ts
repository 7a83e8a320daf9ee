import { scaleLinear } from 'd3-scale';
import {
  line as linePath,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from 'd3-shape';
import { escapeHtml } from '../../system/html-page.ts';
import type { Line, LineChart } from './chart.ts';

const width = 340;
const height = 124;
const [left, right, top, bottom] = [38, 20, 28, height - 18];
const nameWidth = 76;

/** Lines are told apart by the shape of their points too. */
const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

const across = scaleLinear([0, 12], [left, width - right]);
const up = scaleLinear([0, 100], [bottom, top]);

/** Lines as an SVG; `said` is what someone hears who doesn't see them. */
export function drawLines({ lines, months, percent: say }: LineChart, said: string): string {
  const ticks = [0, 3, 6, 12].map(
    (tick) =>
      `<text class="label" x="${across(tick)}" y="${height - 5}" text-anchor="middle">${escapeHtml(months(tick))}</text>`,
  );
  const grid = [0, 50, 100].map((percent) =>
    [
      `<line class="${percent === 0 ? 'base' : 'grid'}" x1="${left}" x2="${width - right}" y1="${up(percent)}" y2="${up(percent)}"/>`,
      `<text class="label" x="${left - 5}" y="${percent === 0 ? bottom : up(percent) + 4}" text-anchor="end">${escapeHtml(say(percent))}</text>`,
    ].join(''),
  );
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(said)}">`,
    ...grid,
    ...ticks,
    ...lines.map(drawLine),
    ...namesOf(lines),
    '</svg>',
  ].join('');
}

function drawLine({ points }: Line, index: number): string {
  const places = points.map(({ months, percent }): [number, number] => [across(months), up(percent)]);
  return [
    `<path class="line line-${index}" d="${linePath().digits(1)(places)}"/>`,
    ...places.map(
      ([x, y]) => `<path class="point point-${index}" transform="translate(${x} ${y})" d="${sign(index)}"/>`,
    ),
  ].join('');
}

/** Above the picture, each with the shape and the color of its points. */
function namesOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ label }, index) => {
    const x = left + index * nameWidth;
    return [
      `<path class="point point-${index}" transform="translate(${x} 7)" d="${sign(index)}"/>`,
      `<text class="name" x="${x + 8}" y="11">${escapeHtml(label)}</text>`,
    ].join('');
  });
}

function sign(index: number): string {
  return symbol(shapes[index], 46)() ?? '';
}
