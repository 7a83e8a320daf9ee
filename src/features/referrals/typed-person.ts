import { cleanName } from '../../chat/name.ts';
import { contactOf } from '../../people/way-to-reach.ts';
import { canBeName } from './a-name.ts';

/** No field of a referral takes a sentence. */
const longest = 80;

/** A name as it may stand anywhere, of at most 80 letters. Null where it's none: a sentence, or a way to reach someone. */
export function typedName(typed: string): string | null {
  if ([...typed.trim()].length > longest || contactOf(typed) !== null || !canBeName(typed)) return null;
  const name = cleanName(typed);
  return name !== null && /\p{L}/u.test(name) ? name : null;
}
