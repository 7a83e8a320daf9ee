import type { HomeView, ModalView } from '@slack/types';
import type { Card } from '../../src/chat/card.ts';
import type { View } from '../../src/chat/view.ts';
import { BeyondSlack, demand, limits } from './limits.ts';
import { renderCard, renderElement } from './render-card.ts';
import { type Origin, renderField } from './render-form.ts';
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

/** A view as a modal. A field's id is its block_id and its action_id. */
export function renderView(view: View, origin: Origin): ModalView {
  demand("a view's id", view.id.length, limits.modal.callbackId);
  demand("a view's title", view.title.length, limits.modal.title);
  demand("a view's button", view.submit?.length ?? 0, limits.modal.submit);
  if ((view.submit === null) !== (view.fields.length === 0))
    throw new BeyondSlack('a view has fields without a button, or a button without fields');
  const blocks = [...view.elements.flatMap(renderElement), ...view.fields.map(renderField)];
  if (blocks.length === 0) throw new BeyondSlack('a view shows nothing');
  demand('the number of blocks of a view', blocks.length, limits.blocks.view);
  return {
    type: 'modal',
    callback_id: view.id,
    private_metadata: origin,
    title: plainText(view.title),
    ...(view.submit === null ? {} : { submit: plainText(view.submit) }),
    close: plainText(view.submit === null ? words.close : words.cancel),
    blocks,
  };
}

export function renderHome(card: Card): HomeView {
  return { type: 'home', blocks: renderCard(card, 'view') };
}
