import type { Card } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { quiet, text } from '../../chat/say.ts';
import { words } from './words.en.ts';

/** The only time that the code can be read. */
export function codeCard(code: string, until: string, oldestStopped: boolean): Card {
  const notes = oldestStopped ? [quiet(words.oldestStopped), quiet(words.onlyNow)] : [quiet(words.onlyNow)];
  return {
    elements: [
      text(words.hereIsACode),
      { type: 'text', tone: 'strong', words: `join ${code}` },
      text(words.howToUse(code, until)),
      ...notes,
    ],
  };
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
