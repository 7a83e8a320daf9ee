import type { Answers } from '../chat/form.ts';
import type { PersonRef, Profile } from '../chat/person.ts';
import type { IntentName } from './intent-names.ts';

/** What someone wants of Buddy. */
export interface Intent {
  readonly name: IntentName;
  /** What it is about: what follows the colon of a button's id, or the words after the command. May be empty. */
  readonly about: string;
  /** The colleague who was mentioned or picked. */
  readonly person: PersonRef | null;
  /** The colleagues who were picked where several can be, each once. */
  readonly people: readonly PersonRef[];
  /** A name that may be none: free words, unless Buddy knows someone of that name. */
  readonly isGuess: boolean;
  /** Typed as a command: answered in words at once, where a press may open a form. */
  readonly isTyped: boolean;
  /** What was entered; null until a form is submitted. */
  readonly answers: Answers | null;
  /** Set for `members.profile` only. */
  readonly profile: Profile | null;
}

/** An intent about nothing in particular. */
export function intent(name: IntentName): Intent {
  const nobody = { person: null, people: [] };
  return { name, about: '', ...nobody, isGuess: false, isTyped: false, answers: null, profile: null };
}

/** Whether a colleague was named by what was typed, and nobody has been found by it yet. */
export function isByName({ name, isTyped, person, about }: Intent): boolean {
  return name === 'pairing.invite' && isTyped && person === null && about !== '';
}

/** Whether a colleague was named by a button, and has yet to be looked up by what it says; see `findNamed`. */
export function isByButton({ name, isTyped, person, answers, about }: Intent): boolean {
  return name === 'pairing.invite' && !isTyped && person === null && answers === null && about !== '';
}
