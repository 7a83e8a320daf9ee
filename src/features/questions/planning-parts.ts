import type { Button, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { text } from '../../chat/say.ts';
import type { AskedBefore } from './asked-before.ts';
import { wordsFor } from './words.ts';

/** What someone who plans wants to know of questions that come close to earlier ones. */
export function beforeElements(reader: Reader, before: readonly AskedBefore[]): readonly Element[] {
  const words = wordsFor(reader);
  return before.map(({ week, question }) => text(words.askedBefore(words.weekLabel(week), question)));
}

export function postButton(reader: Reader): Button {
  return { id: 'questions.post', label: wordsFor(reader).admin.post, style: 'primary' };
}

export function allWeeksButton(reader: Reader): Button {
  return { id: 'questions.admin', label: wordsFor(reader).admin.all };
}
