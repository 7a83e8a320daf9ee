import { withoutAccents } from '../chat/without-accents.ts';
import { looksLikeCode, readCode } from '../features/codes/rules.ts';
import { readPauseEnd } from '../features/settings/rules.ts';
import type { IntentName } from './intent-names.ts';

/** After a command, so many words may still be a slip of the pen; more are a sentence. */
const mostWordsOfASlip = 3;

/** The longest name that is looked for. */
const mostWordsOfAName = 6;

const unseen = /[\p{Cf}\p{Cs}]/gu;
/** Every dash that a keyboard, a chat client or a word processor puts in place of a hyphen, and the minus sign. */
const dashes = /[\p{Pd}\u2212]/gu;
/** What chat clients write around words to make them bold, italic or code; and quotation marks. */
const dressing = /^[*_~`"“”„«»‹›]+|[*_~`"“”„«»‹›]+$/gu;
const space = /[\s\p{Cc}]+/u;

/**
 * What someone typed, as words: without what can't be seen, formatting around words, and odd dashes and letters. The one
 * reader of typed words, whatever the platform.
 */
export function readWords(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(dashes, '-')
    .split(space)
    .map((word) => word.replace(dressing, ''))
    .filter((word) => word !== '');
}

/** In lower case, without accents and the punctuation that a sentence ends with: how commands are compared. */
export function asCommand(words: readonly string[]): string {
  return withoutAccents(words.join(' '))
    .toLowerCase()
    .replaceAll(/[’']/g, "'")
    .replace(/^[¡¿]+|[\s.,;:!?…]+$/g, '');
}

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

/** A code that stands alone. Without a command before it, an ordinary word of eight letters isn't one. */
export function isCodeAlone(words: readonly string[]): boolean {
  const typed = words.join(' ').replace(/[.,!?]+$/, '');
  if (!/^[0-9a-z]{4}(?: ?- ?| )?[0-9a-z]{4}$/i.test(typed) || readCode(typed) === null) return false;
  return typed === typed.toUpperCase() && /[\d-]/.test(typed)
    ? true
    : /\d/.test(typed) && !typed.includes(' ');
}

/** Whether a colleague is named after a command, as directories write names: with a title, pronouns, a unit, a number. */
export function isName(words: readonly string[]): boolean {
  return words.length > 0 && words.length <= mostWordsOfAName && words.every(isPartOfName);
}

function isPartOfName(word: string): boolean {
  return /^@?[\p{L}\p{M}\p{N}'’.,()[\]/&+@_-]+$/u.test(word);
}

/** `ben.okafor@hospital.org` and `@ben.okafor` name someone by their parts; anything else stays as it is. */
export function asName(typed: string): string {
  const handle = /^@?([\p{L}\d][\p{L}\d._+-]*)(?:@[\w.-]+\.\w+)?$/u.exec(typed.replace(/^mailto:/i, ''));
  if (handle === null || !/[@.]/.test(typed)) return typed.replaceAll('@', '');
  return (handle[1] ?? '').replace(/\+.*$/, '').replaceAll(/[._]+/g, ' ').trim();
}

export function isHandle(words: readonly string[]): boolean {
  const [only = '', ...others] = words;
  return others.length === 0 && /^(?:@[\p{L}\d][\p{L}\d._-]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/u.test(only);
}

/** What a phrase of two or three capitalized words is made of when it's no name, without accents. */
const ordinary = new Set(
  (
    'a all alone am and are back bad be bye call can cant cannot die done dont down end enough every everyone feel ' +
    'for give go going gone good goodbye hate have help hell here home how hurt i im in is it its just kill leave life ' +
    'like lost make me more my myself need never no nobody not nothing now of off on out over please really sad save ' +
    'shift sick so some someone sorry stop sucks that the they this tired to too up us very want was we what when ' +
    'where who why with work worst would yes you your ' +
    'a adios ahora algo alguien aqui ayuda ayudame ayudenme basta bien buenas buenos cansada cansado casa como con cuando ' +
    'dejar dejenme del dia dias dolor donde el ella en enferma enfermo eres es esta estoy favor fin gracias hacer hasta ' +
    'hay hola la las llamame lo los luego mal mala malo manana mas matar matarme me mi mia mucho muerte muerta muerto ' +
    'morir morirme nada nadie necesito ni noche noches odio otra otro para perdon perdida perdido pero por porque puedo ' +
    'que quien quiero salir se si siento sola solo soy su suicidio tarde tardes te tengo todo todos trabajo triste tu ' +
    'turno un una vida vivir vez y ya yo'
  ).split(' '),
);

/** Two or three words that look like a full name and like nothing else. */
export function looksLikeFullName(typed: string): boolean {
  const words = typed.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(word)) &&
    words.every((word) => !ordinary.has(withoutAccents(word).toLowerCase().replaceAll(/['’-]/g, '')))
  );
}

/** In any time zone: whether it is a day or a span at all. */
function isPauseEnd(typed: string): boolean {
  const end = readPauseEnd(typed, 0, 'UTC');
  return end.ok || end.why !== 'not-understood';
}
