import type { Words } from '../../chat/card.ts';

/** A number that's called stands after the word; where nothing is called, all of it is words. */
export function callable(reach: string): Exclude<Words, string> {
  const found = /\b(call(?: or text)?|llama(?: o escribe)? al) (\+?\d[\d-]{2,})/i.exec(reach);
  if (found === null) return [reach];
  const [said, how = '', phone = ''] = found;
  const before = reach.slice(0, found.index);
  return [`${before}${how} `, { phone }, ...callable(reach.slice(found.index + said.length))].filter(
    (part) => part !== '',
  );
}
