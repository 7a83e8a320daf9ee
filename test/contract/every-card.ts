import type { Card } from '../../src/chat/card.ts';
import { gallery } from '../../src/playground/gallery.ts';
import { reader } from '../../src/playground/gallery-samples.ts';
import { content } from '../support/turn.ts';

const cards = gallery(content, reader).flatMap(({ name, card }) =>
  card === undefined ? [] : [[name, card]],
);

/** Every card that any feature can send, by what it is. */
export const everyCard = Object.fromEntries(cards) as Record<string, Card>;
