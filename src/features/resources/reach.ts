/** What's wrong with how a line is to be reached: nothing written, no number, too few or too many digits, or no good link. */
export type ReachFault = 'empty' | 'noNumber' | 'digits' | 'notHttps' | 'noLink';

export type Reach =
  | { readonly ok: true; readonly reach: string }
  | { readonly ok: false; readonly fault: ReachFault };

/** A phone number, an extension, or a link, as it's kept. */
export type ReadWay = { readonly link: string } | { readonly phone: string; readonly extension: string };

export const longestReach = 200;

/** What takes no room, or turns the direction of what stands after it. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** One line, without what can't be seen. */
export function onOneLine(typed: string): string {
  return typed
    .replace(unseen, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

const dashes = /[\u2010-\u2015\u2212]/gu;
const numberAndExtension = /^(\+?[\d ().-]*)(?:[,;]? ?(?:x|ext\.?|extension|extensión|anexo) ?(\d+))?$/i;

/**
 * A number as `555-010-0100`, with ` x12` for an extension, an extension alone as `x5555`, or a link as browsers write it.
 * What comes out goes in unchanged.
 */
export function readReach(typed: string): Reach {
  const text = onOneLine(typed.normalize('NFKC').replace(dashes, '-'))
    .replace(/^tel:/i, '')
    .replace(/^\( ?\+/, '+(');
  if (text === '') return { ok: false, fault: 'empty' };
  const number = numberAndExtension.exec(text);
  if (number !== null) return readNumber(number[1] ?? '', number[2] ?? '');
  if (/[:/@]|\.\p{L}{2}/u.test(text)) return readLink(text);
  return { ok: false, fault: 'noNumber' };
}

function readNumber(main: string, extension: string): Reach {
  const digits = main.replace(/\D/g, '').length;
  if (digits === 0 && extension === '') return { ok: false, fault: 'noNumber' };
  const isAlone = digits === 0;
  const isLongEnough = isAlone ? extension.length >= 2 : digits >= 3;
  if (!isLongEnough || digits > 15 || extension.length > 6) return { ok: false, fault: 'digits' };
  const phone = main
    .replace(/[ ().-]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace('+-', '+');
  const parts = [...(isAlone ? [] : [phone]), ...(extension === '' ? [] : [`x${extension}`])];
  return { ok: true, reach: parts.join(' ') };
}

function readLink(text: string): Reach {
  if (!/^https:\/\//i.test(text)) return { ok: false, fault: 'notHttps' };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return { ok: false, fault: 'noLink' };
  const isHostAlone = url.pathname === '/' && url.search === '' && url.hash === '';
  const reach = isHostAlone ? url.href.replace(/\/$/, '') : url.href;
  if (!/[a-z\d]/.test(url.hostname) || reach.length > longestReach) return { ok: false, fault: 'noLink' };
  return { ok: true, reach };
}

/** What `readReach` has kept, taken apart again. */
export function wayOf(reach: string): ReadWay {
  if (reach.startsWith('https:')) return { link: reach };
  const [, phone = '', extension = ''] = /^([^x]*?) ?(?:x(\d+))?$/.exec(reach) ?? [];
  return { phone, extension };
}
