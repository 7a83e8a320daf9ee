import type { HomeView, ModalView } from '@slack/types';
import type { Card } from '../../src/chat/card.ts';
import { renderCard } from './render-card.ts';
import type { Origin } from './render-form.ts';
import { plainText } from './text.ts';
import { words } from './words.en.ts';

/** A modal that shows a card and has nothing to submit. */
export function renderModal(card: Card, origin: Origin): ModalView {
  return {
    type: 'modal',
    private_metadata: origin,
    title: plainText(words.modalTitle),
    close: plainText(words.close),
    blocks: renderCard(card, 'view'),
  };
}

export function renderHome(card: Card): HomeView {
  return { type: 'home', blocks: renderCard(card, 'view') };
}
