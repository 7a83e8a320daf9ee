import type { Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Platform } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { command, quiet, strong, text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

export interface NewCode {
  readonly code: string;
  readonly until: string;
  readonly oldestStopped: boolean;
}

/** The only time that the code can be read. `platforms` are those where a colleague may enter it. */
export function codeCard(reader: Reader, newCode: NewCode, platforms: readonly Platform[]): Card {
  const words = wordsFor(reader);
  const { code, until } = newCode;
  return {
    elements: [
      text(words.hereIsACode),
      strong([command(`join ${code}`)]),
      text(words.howToUse(code, until, platforms)),
      ...notes(reader, newCode),
    ],
  };
}

/** The code in a sentence for a colleague who does not have the app yet, to be copied as it stands. */
export function passOnCard(reader: Reader, newCode: NewCode): Card {
  const words = wordsFor(reader);
  const { code, until } = newCode;
  return {
    elements: [
      text(words.notHereYet),
      strong(words.passOn(code)),
      text(words.whenTheyDo(until)),
      ...notes(reader, newCode),
    ],
  };
}

function notes(reader: Reader, { oldestStopped }: NewCode): readonly Element[] {
  const words = wordsFor(reader);
  return oldestStopped ? [quiet(words.oldestStopped), quiet(words.onlyNow)] : [quiet(words.onlyNow)];
}

/** The answer to `join` without a code. */
export function typeTheCodeCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.typeTheCode),
      { type: 'buttons', buttons: [{ id: 'pairing.join', label: words.haveCode }] },
    ],
  };
}

export function joinForm(reader: Reader): Form {
  const words = wordsFor(reader);
  return {
    id: 'pairing.join',
    title: words.joinTitle,
    intro: words.joinIntro,
    submit: words.join,
    fields: [
      { type: 'text', id: 'code', label: words.code, hint: words.codeHint, maxLength: 20, lines: 'one' },
    ],
  };
}
