import type { Language } from '../../chat/language.ts';
import { openPlaces } from '../../content/launch.ts';
import { escapeHtml } from '../../system/html-page.ts';
import { type WayIn, waysIn } from './way-in.ts';
import { wordsFor } from './words.ts';

/** What one hospital's kit fills in. */
export interface FillIn {
  readonly language: Language;
  /** null: a blank, to be written in by hand. */
  readonly hospital: string | null;
  readonly wayIn: WayIn;
}

/** A text with the hospital's name. */
export function named(text: string, { language, hospital }: FillIn): string {
  return text.replaceAll(openPlaces.hospital, () => hospital ?? wordsFor({ language }).blank);
}

/** The same as HTML. */
export function filledIn(text: string, fillIn: FillIn): string {
  return escapeHtml(named(text, fillIn));
}

/** A paragraph, or how Buddy is opened in its place, a line each. */
export function paragraph(text: string, fillIn: FillIn): string {
  if (text !== openPlaces.open) return `<p>${filledIn(text, fillIn)}</p>`;
  const ways = waysIn(fillIn.wayIn, fillIn.language);
  return `<p class="open">${ways.map(escapeHtml).join('<br>')}</p>`;
}
