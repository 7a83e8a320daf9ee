/** No field takes a sentence. */
const longest = 80;

const email = /^[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/** The only words that may stand beside a number. */
const label = 'ext|extension|extensión|x|pager';
const number = new RegExp(
  String.raw`^(?:(?<before>${label})[ .:#]*)?(?<main>\+?\(?\d[\d ()./-]*?)(?:[ ,;]*(?<after>${label})[ .:#]*(?<inside>\d{1,8}))?$`,
  'iu',
);

const fewestDigits = 3;
/** As E.164 has it. */
const mostDigits = 15;

/**
 * A phone number, an extension, a pager or an email address, written as it's shown. Null for whatever else was typed, so
 * that nothing can be told in its place.
 */
export function contactOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:mailto|tel):/i, '');
  return text.length > longest ? null : (emailIn(text) ?? numberIn(text));
}

function emailIn(text: string): string | null {
  return email.test(text) ? text.replace(/@.*/, (domain) => domain.toLowerCase()) : null;
}

function numberIn(text: string): string | null {
  const { before, main, after, inside } = number.exec(text)?.groups ?? {};
  const phone = main === undefined ? null : spaced(main);
  if (phone === null) return null;
  const labeled = before === undefined ? phone : `${labelOf(before)} ${phone}`;
  return after === undefined ? labeled : `${labeled} ${labelOf(after)} ${inside}`;
}

function labelOf(word: string): string {
  return word.toLowerCase() === 'pager' ? 'pager' : 'ext.';
}

/** American numbers as they're read aloud; all others by the groups they were typed in. */
function spaced(typed: string): string | null {
  const signs = typed.replace(/[^\d+]/g, '');
  const digits = signs.replace('+', '').length;
  if (digits < fewestDigits || digits > mostDigits) return null;
  const american = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/.exec(signs);
  if (american !== null) return american.slice(1).join('-');
  const groups = typed.match(/\+|\d+/g) ?? [];
  return groups.join('-').replace('+-', '+');
}
