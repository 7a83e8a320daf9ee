import { looksLikeCode } from '../features/codes/rules.ts';
import { readPauseEnd } from '../features/settings/rules.ts';
import type { IntentName } from './intent-names.ts';

/** After a command, so many words may still be a slip of the pen; more are a sentence. */
const mostWordsOfASlip = 3;

/** The longest name that is looked for. */
const mostWordsOfAName = 5;

/**
 * Whether what follows a command can be meant for it. Where no slash stands before a command, ordinary sentences begin
 * with the same words: "join us for lunch" must not spend a try at a code. A slip, such as `pause 3 wek`, fits: the
 * command's own answer says what it understands.
 */
export function fits(name: IntentName, more: readonly string[]): boolean {
  const typed = more.join(' ');
  switch (name) {
    case 'pairing.join':
    case 'accounts.link':
      return looksLikeCode(typed);
    case 'members.pause':
      return more.length <= mostWordsOfASlip || isPauseEnd(typed);
    case 'nudges.snooze':
      return more.length <= mostWordsOfASlip;
    default:
      return false;
  }
}

/** Whether a colleague is named: letters, and what else stands in names. */
export function isName(words: readonly string[]): boolean {
  return words.length > 0 && words.length <= mostWordsOfAName && words.every(isPartOfName);
}

function isPartOfName(word: string): boolean {
  return /^@?[\p{L}\p{M}'’.,()-]+$/u.test(word);
}

/** In any time zone: whether it is a day or a span at all. */
function isPauseEnd(typed: string): boolean {
  const end = readPauseEnd(typed, 0, 'UTC');
  return end.ok || end.why !== 'not-understood';
}
