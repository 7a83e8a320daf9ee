import type { Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Platform } from '../../chat/person.ts';
import { quiet, text } from '../../chat/say.ts';
import { words } from './words.en.ts';

export interface NewCode {
  readonly code: string;
  readonly until: string;
  readonly oldestStopped: boolean;
  /** Where a colleague may enter it. */
  readonly platforms: readonly Platform[];
}

/** The only time that the code can be read. */
export function codeCard({ code, until, oldestStopped, platforms }: NewCode): Card {
  return {
    elements: [
      text(words.hereIsACode),
      { type: 'text', tone: 'strong', words: `join ${code}` },
      text(words.howToUse(code, until, platforms)),
      ...notes(oldestStopped),
    ],
  };
}

/** The code in a sentence for a colleague who does not have the app yet, to be copied as it stands. */
export function passOnCard({ code, until, oldestStopped }: Omit<NewCode, 'platforms'>): Card {
  return {
    elements: [
      text(words.notHereYet),
      { type: 'text', tone: 'strong', words: words.passOn(code) },
      text(words.whenTheyDo(until)),
      ...notes(oldestStopped),
    ],
  };
}

function notes(oldestStopped: boolean): readonly Element[] {
  return oldestStopped ? [quiet(words.oldestStopped), quiet(words.onlyNow)] : [quiet(words.onlyNow)];
}

/** The answer to `join` without a code. */
export const typeTheCodeCard: Card = {
  elements: [
    text(words.typeTheCode),
    { type: 'buttons', buttons: [{ id: 'pairing.join', label: words.haveCode }] },
  ],
};

export const joinForm: Form = {
  id: 'pairing.join',
  title: words.joinTitle,
  intro: words.joinIntro,
  submit: words.join,
  fields: [
    { type: 'text', id: 'code', label: words.code, hint: words.codeHint, maxLength: 20, lines: 'one' },
  ],
};
