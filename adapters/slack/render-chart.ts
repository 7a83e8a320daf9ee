import type { RichTextBlock } from '@slack/types';
import type { ChartElement } from '../../src/chat/card.ts';
import { tableWidthOnAPhone } from './limits.ts';
import { preformatted, strong } from './rich-text.ts';

const [shortest, widest] = [4, 16];

/**
 * Bars drawn in text, each with its label before it and what it says after it. Slack's own chart block exists in messages
 * only, and a picture would have to be uploaded: a scope more, and a file that stays.
 */
export function renderChart({ title, bars, longest }: ChartElement): RichTextBlock[] {
  const labelWidth = Math.max(0, ...bars.map(({ label }) => label.length));
  const saidWidth = Math.max(0, ...bars.filter(({ value }) => value !== null).map(({ said }) => said.length));
  const room = tableWidthOnAPhone - labelWidth - saidWidth - 2;
  const width = Math.min(widest, Math.max(shortest, room));
  const lines = bars.map(({ label, value, said }) => {
    const bar = value === null ? '' : `${drawn(value / longest, width)} `;
    return `${label.padEnd(labelWidth)} ${bar}${said}`;
  });
  return [strong(title), ...(lines.length === 0 ? [] : preformatted(lines.join('\n')))];
}

function drawn(share: number, width: number): string {
  const filled = Math.round(share * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}
