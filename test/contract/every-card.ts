import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { languages } from '../../src/chat/language.ts';
import type { View } from '../../src/chat/view.ts';
import { gallery } from '../../src/playground/gallery.ts';
import { reader } from '../../src/playground/gallery-samples.ts';
import { aView, viewToFill } from '../adapters/sample-view.ts';
import { content } from '../support/turn.ts';

/** What the gallery has in each language, by what it is. */
const entries = languages.flatMap((language) =>
  gallery(content, { ...reader, language }).map((entry) => [`${entry.name} (${language})`, entry] as const),
);

function every<Kind extends 'card' | 'form' | 'view', Shown>(kind: Kind): Readonly<Record<string, Shown>> {
  const found = entries.flatMap(([name, { [kind]: shown }]) => (shown === undefined ? [] : [[name, shown]]));
  return Object.fromEntries(found) as Record<string, Shown>;
}

/** Every card that any feature can send. */
export const everyCard = every<'card', Card>('card');

export const everyForm = every<'form', Form>('form');

/** Every view that any feature can show, and two with something of each kind in them. */
export const everyView: Readonly<Record<string, View>> = {
  ...every<'view', View>('view'),
  'a view to read': aView,
  'a view to fill in': viewToFill,
};
