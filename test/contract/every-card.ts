import type { Card } from '../../src/chat/card.ts';
import { languages } from '../../src/chat/language.ts';
import { gallery } from '../../src/playground/gallery.ts';
import { reader } from '../../src/playground/gallery-samples.ts';
import { content } from '../support/turn.ts';

const cards = languages.flatMap((language) =>
  gallery(content, { ...reader, language }).flatMap(({ name, card }) =>
    card === undefined ? [] : [[`${name} (${language})`, card]],
  ),
);

/** Every card that any feature can send, in each language, by what it is. */
export const everyCard = Object.fromEntries(cards) as Record<string, Card>;
