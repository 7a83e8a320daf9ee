import { escapeHtml } from '../../src/system/html-page.ts';
import type { Flow, Flows, Part } from './flows.ts';

const box = { width: 196, height: 62 };
const left = 24;
const middle = 330;
const right = 636;
const rowHeight = 82;
const top = 64;

interface Box {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The parts and their numbered flows: outside the hospital on the left, Buddy, and what's the hospital's own on the right. */
export function picture({ parts, flows }: Flows): string {
  const inside = parts.filter(({ side }) => side === 'inside');
  const outside = parts.filter(({ side }) => side === 'outside');
  const height = inside.length * rowHeight;
  const boxes = new Map<string, Box>();
  const stack = (column: readonly Part[], x: number) => {
    const every = height / column.length;
    for (const [row, part] of column.entries())
      boxes.set(part.id, { part, x, y: top + row * every + (every - box.height) / 2, height: box.height });
  };
  stack(outside, left);
  stack(inside, right);
  for (const part of parts.filter(({ side }) => side === 'middle'))
    boxes.set(part.id, { part, x: middle, y: top + 10, height: height - 20 });
  const whole = { width: right + box.width + 24, height: top + height + 20 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" role="img" aria-labelledby="flows-title">`,
    '<title id="flows-title">What goes where. The table below says the same in words.</title>',
    `<style>${style}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    zone(left - 16, box.width + 32, whole.height, 'Outside the hospital', 'cloud'),
    zone(
      middle - 60,
      right + box.width + 16 - middle + 60,
      whole.height,
      'The hospital’s own machines',
      'own',
    ),
    proxies(whole.height),
    ...[...boxes.values()].map(drawnBox),
    ...flows.map((flow, index) => arrow(flow, index, { flows, boxes })),
    '</svg>',
  ].join('\n');
}

const style = `text{font:13px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#1b2a33}.zone{fill:#f4f7f7;stroke:#b9d3d6}.own{fill:#eaf3f3}.label{font-size:12px;fill:#46585f}.box{fill:#fff;stroke:#14505c;stroke-width:1.4}.name{font-weight:600}.edge{fill:#d5e6e7}.note{font-size:11.5px;fill:#46585f}.flow{stroke:#14505c;stroke-width:1.6;fill:none;marker-end:url(#tip)}#tip path{fill:#14505c}.number{fill:#14505c}.digit{fill:#fff;font-size:11px;font-weight:600;text-anchor:middle}`;

function zone(x: number, width: number, height: number, label: string, kind: string): string {
  return `<rect class="zone ${kind}" x="${x}" y="8" width="${width}" height="${height - 16}" rx="10"/><text class="label" x="${x + 14}" y="32">${label}</text>`;
}

/** What stands at the hospital's edge, whichever way something goes. */
function proxies(height: number): string {
  const x = middle - 46;
  const center = height / 2;
  return `<rect class="edge" x="${x}" y="${top + 10}" width="22" height="${height - top - 40}" rx="6"/><text class="note" x="${x + 11}" y="${center}" text-anchor="middle" transform="rotate(-90 ${x + 11} ${center})" dy="4">the hospital’s proxies, TLS</text>`;
}

function drawnBox({ part, x, y, height }: Box): string {
  const center = y + height / 2;
  return [
    `<rect class="box" x="${x}" y="${y}" width="${box.width}" height="${height}" rx="8"/>`,
    `<text class="name" x="${x + 14}" y="${center - 4}">${escapeHtml(part.name)}</text>`,
    `<text class="note" x="${x + 14}" y="${center + 14}">${escapeHtml(part.note)}</text>`,
  ].join('');
}

/** Between two columns it runs level, below the one before it; within a column from one box down to the other. */
function arrow(
  flow: Flow,
  index: number,
  { flows, boxes }: { readonly flows: readonly Flow[]; readonly boxes: ReadonlyMap<string, Box> },
): string {
  const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
  if (from === undefined || to === undefined)
    throw new Error(
      `docs/dossier/flows.yml: the flow from ${flow.from} to ${flow.to} is between parts that aren't there.`,
    );
  if (from.x === to.x) return around(from, to, index);
  const outer = from.part.side === 'middle' ? to : from;
  const between = flows.filter((one) => one.from === outer.part.id || one.to === outer.part.id);
  const level = between.filter((one) => (boxes.get(one.from)?.x ?? 0) !== (boxes.get(one.to)?.x ?? 0));
  const y = outer.y + (outer.height / (level.length + 1)) * (level.indexOf(flow) + 1);
  const goesRight = from.x < to.x;
  const [start, end] = goesRight ? [from.x + box.width, to.x] : [from.x, to.x + box.width];
  return `<path class="flow" d="M${start} ${y}H${goesRight ? end - 2 : end + 2}"/>${numbered(start + (end - start) / (level.length > 1 ? 4 : 2), y, index)}`;
}

/** Out of the right side of one box, and back into that of another. */
function around(from: Box, to: Box, index: number): string {
  const x = from.x + box.width;
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  return `<path class="flow" d="M${x} ${start}h10V${end}h-8"/>${numbered(x + 10, (start + end) / 2, index)}`;
}

function numbered(x: number, y: number, index: number): string {
  return `<circle class="number" cx="${x}" cy="${y}" r="9.5"/><text class="digit" x="${x}" y="${y + 4}">${index + 1}</text>`;
}
