import type { PersonRef } from '../chat/person.ts';
import { commands, greetings, invitations, spanishCommands } from './commands.ts';
import { type Intent, intent } from './intent.ts';
import { nearCommand } from './near-command.ts';
import { asCommand, asName, fits, isCodeAlone, isHandle, isName, readWords } from './typed-words.ts';

/** What someone means by what they typed. Words that can't be meant for Buddy don't travel on. */
export function typedIntent(text: string, people: readonly PersonRef[]): Intent {
  const words = readWords(text);
  const typed = asCommand(words);
  return (
    mentioned(typed, people) ??
    command(typed, words) ??
    named(words) ??
    passing(typed) ??
    intent('help.unknown')
  );
}

/** With a mention: an invitation, or no command at all. */
function mentioned(typed: string, people: readonly PersonRef[]): Intent | null {
  const [colleague, ...others] = people;
  if (colleague === undefined || !['', ...invitations].includes(typed)) return null;
  const isOne = others.every(({ id }) => id === colleague.id);
  return isOne ? { ...intent('pairing.invite'), person: colleague } : intent('pairing.unclear');
}

function command(typed: string, words: readonly string[]): Intent | null {
  const whole = commands.get(typed);
  if (whole !== undefined) return intent(whole);
  const [first = '', ...rest] = words;
  const verb = asCommand([first]);
  if (invitations.includes(verb)) return invitation(isSpanishTo(verb, rest) ? rest.slice(1) : rest);
  const name = commands.get(verb);
  const about = rest.join(' ').replace(/[.,;!?]+$/, '');
  return name === undefined || !fits(name, about.split(' ')) ? null : { ...intent(name), about };
}

/** "invitar a Ben Okafor" */
function isSpanishTo(verb: string, [first = '']: readonly string[]): boolean {
  return spanishCommands.has(verb) && first.toLowerCase() === 'a';
}

/** Groups, channels and lists stand where one colleague is expected; a sentence that begins so is a sentence. */
function invitation(rest: readonly string[]): Intent | null {
  const typed = rest.join(' ');
  if (/^<[!#]/.test(typed) || /^@?(?:here|channel|everyone|all)$/i.test(typed))
    return intent('pairing.unclear');
  return isName(rest) ? { ...intent('pairing.invite'), about: asName(typed) } : null;
}

/** A code or a colleague, without any command. A plain name is one only when Buddy knows it, or it can be nothing else. */
function named(words: readonly string[]): Intent | null {
  const typed = words.join(' ');
  if (isCodeAlone(words)) return { ...intent('pairing.join'), about: typed };
  if (/^<[!#]/.test(typed)) return intent('pairing.unclear');
  if (isHandle(words)) return { ...intent('pairing.invite'), about: asName(typed) };
  if (greetings.has(asCommand(words)) || nearCommand(asCommand(words)) !== null) return null;
  const isSentence = commands.has(asCommand(words.slice(0, 1)));
  if (isSentence || words.length < 2 || !isName(words)) return null;
  return { ...intent('pairing.invite'), about: typed, isGuess: true };
}

/** A slip of a command, or a word in passing. */
function passing(typed: string): Intent | null {
  const near = nearCommand(typed);
  if (near !== null) return { ...intent('help.meant'), about: near };
  return greetings.has(typed) ? intent('help.greeting') : null;
}
