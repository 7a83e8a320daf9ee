import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard, quiet, text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

/** What every member reads once a year: the same for all, with nothing counted and nothing to do. */
export function thankYouCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return { heading: words.heading, elements: [text(words.thanks), text(words.door)] };
}

/** For an administrator, before it goes out. */
export function thankYouPreviewCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return {
    heading: words.heading,
    elements: [
      quiet(words.preview),
      ...thankYouCard(reader).elements,
      quiet(words.when),
      { type: 'buttons', buttons: [{ id: 'program.thanks:send', label: words.send, style: 'primary' }] },
    ],
  };
}

export function onItsWayCard(reader: Reader): Card {
  return asCard(wordsFor(reader).onItsWay);
}

export function alreadyThankedCard(reader: Reader, year: number): Card {
  return asCard(wordsFor(reader).done(String(year)));
}
