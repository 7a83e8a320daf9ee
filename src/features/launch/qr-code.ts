import { renderSVG } from 'uqr';
import { escapeHtml } from '../../system/html-page.ts';

/** A link as a picture that a phone's camera reads, crumpled or smudged in part. Its white edge is part of it. */
export function qrCode(link: string, said: string): string {
  const svg = renderSVG(link, { ecc: 'M', border: 4 });
  return `<figure role="img" aria-label="${escapeHtml(said)}">${svg}<figcaption>${escapeHtml(said)}</figcaption></figure>`;
}
