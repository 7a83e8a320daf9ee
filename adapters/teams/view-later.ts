import type { View } from '../../src/chat/view.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { renderCard } from './render-card.ts';
import { words } from './words.en.ts';

/**
 * What the chat says where a view was asked for in a way that can't open a dialog, such as by typing: a button that
 * can, and nothing of the view itself.
 */
export function viewLater({ id }: View): AdaptiveCard {
  return renderCard({
    elements: [
      { type: 'text', words: words.shownApart },
      { type: 'buttons', buttons: [{ id, label: words.open, opens: 'view' }] },
    ],
  });
}
