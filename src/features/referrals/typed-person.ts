import { cleanName } from '../../chat/name.ts';

/** No field of a referral takes a sentence. */
const longest = 80;

const email = /^[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/** The only words that may stand in a number. */
const label = String.raw`(ext|extension|extensión|x|pager)\s*[.:#]?\s*`;
const digits = String.raw`\+?\(?\d[\d\s()./-]*`;
const number = new RegExp(`^(?:${label})?(${digits})$`, 'iu');
const numberAndMore = new RegExp(`^(${digits}?)[\\s,;]*${label}(\\d{1,8})$`, 'iu');

const fewestDigits = 3;
/** As E.164 has it. */
const mostDigits = 15;

/**
 * A phone number, an extension, a pager or an e-mail address, written as it's shown. Null for whatever else was typed, so
 * that nothing can be told in its place.
 */
export function contactOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > longest) return null;
  return emailIn(text) ?? numberIn(text);
}

/** A name as it may stand anywhere, of at most 80 letters. Null where it's none, or a way to reach someone. */
export function typedName(typed: string): string | null {
  if ([...typed.trim()].length > longest || contactOf(typed) !== null) return null;
  const name = cleanName(typed);
  return name !== null && /\p{L}/u.test(name) ? name : null;
}

function emailIn(text: string): string | null {
  const address = text.replace(/^mailto:/i, '');
  if (!email.test(address)) return null;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}${address.slice(at).toLowerCase()}`;
}

function numberIn(text: string): string | null {
  const [, main, kind, inside] = numberAndMore.exec(text.replace(/^tel:/i, '')) ?? [];
  if (main !== undefined && kind !== undefined && inside !== undefined) {
    const phone = spaced(main);
    return phone === null ? null : `${phone} ${labelOf(kind)} ${inside}`;
  }
  const [, only, plain = ''] = number.exec(text.replace(/^tel:/i, '')) ?? [];
  const phone = spaced(plain);
  return phone === null || only === undefined ? phone : `${labelOf(only)} ${phone}`;
}

function labelOf(word: string): string {
  return word.toLowerCase() === 'pager' ? 'pager' : 'ext.';
}

/** American numbers as they're read aloud; all others by the groups they were typed in. */
function spaced(typed: string): string | null {
  const all = typed.replace(/\D/g, '');
  if (all.length < fewestDigits || all.length > mostDigits) return null;
  const american = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/.exec(`${typed.startsWith('+') ? '+' : ''}${all}`);
  if (american !== null) return american.slice(1).join('-');
  return typed
    .replace(/[()./]/g, ' ')
    .replace(/\s*-[\s-]*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^\+ /, '+')
    .replace(/[\s-]+$/, '')
    .trim();
}
