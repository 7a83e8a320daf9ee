import { millisecondsInDay, millisecondsInHour } from '../../calendar/spans.ts';

/** A code works for 14 days at most. */
export const codeLastsMs = 14 * millisecondsInDay;

/** So many codes of one person wait at a time; a further one makes the oldest stop working. */
export const mostCodes = 5;

/** After this many wrong codes within the hour a person waits: 40 bits are then out of reach. */
export const mostWrongCodes = 8;
export const wrongCodesWithinMs = millisecondsInHour;

/**
 * The code as it was made, from what someone typed: any case, with or without the hyphen or any
 * other mark that got in between, and O, I and L read as the digits they look like. Null when it can't be a code.
 */
export function readCode(typed: string): string | null {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(characters)) return null;
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/**
 * Whether someone means a code, mistyped perhaps, and not the next word of a sentence: one run of letters with a digit
 * or a hyphen in it, or two of four. Without either, only letters that codes are made of.
 */
export function looksLikeCode(typed: string): boolean {
  const halves = /^([0-9a-z]{4})(?: *- *| )([0-9a-z]{4})$/i.exec(typed);
  if (halves !== null) return /[\d-]/.test(typed) || typed === typed.toUpperCase();
  if (!/^[0-9a-z-]{4,16}$/i.test(typed)) return false;
  return /\d/.test(typed) || typed === typed.toUpperCase() || /^[a-hjkmnp-tv-z]{8}$/i.test(typed);
}
