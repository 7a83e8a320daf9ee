import { cleanName } from '../../chat/name.ts';
import { contactOf } from '../../people/way-to-reach.ts';

/** No field of a referral takes a sentence. */
const longest = 80;

/** A name as it may stand anywhere, of at most 80 letters. Null where it's none, or a way to reach someone. */
export function typedName(typed: string): string | null {
  if ([...typed.trim()].length > longest || contactOf(typed) !== null) return null;
  const name = cleanName(typed);
  return name !== null && /\p{L}/u.test(name) ? name : null;
}
