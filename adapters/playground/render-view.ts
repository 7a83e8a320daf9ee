import type { Card } from '../../src/chat/card.ts';
import { strong } from '../../src/chat/say.ts';
import type { View } from '../../src/chat/view.ts';
import { renderCard } from './render-card.ts';
import { words } from './words.en.ts';

/** The page draws a view as it is. Throws for one that would show nothing, or that the page can't draw. */
export function renderView(view: View): View {
  if ((view.submit === null) !== (view.fields.length === 0))
    throw new Error('a view has fields without a button, or a button without fields');
  if (view.elements.length > 0 || view.fields.length === 0) renderCard({ elements: view.elements });
  return view;
}

/** A card as the view that follows where it answers a press in a dialog. */
export function viewOfCard(card: Card): View {
  const heading = card.heading === undefined ? [] : [strong(card.heading)];
  const elements = [...heading, ...renderCard(card).card.elements];
  return { id: '', title: words.view, elements, fields: [], submit: null };
}
