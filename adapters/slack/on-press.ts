import type { ModalView } from '@slack/types';
import type { Card } from '../../src/chat/card.ts';
import { languageIn } from '../../src/chat/language.ts';
import { asCard } from '../../src/chat/say.ts';
import { object, string } from '../shared/json.ts';
import { renderMessage } from './render-card.ts';
import { type Origin, renderForm } from './render-form.ts';
import { renderModal, renderView } from './render-view.ts';
import { type Request, respondTo, type SlackSurface, showModal } from './surface.ts';
import { wordsFor } from './words.ts';

/** A press in a message, one of ours or a private answer. */
export function messageSurface(request: Request): SlackSurface {
  const reply = (card: Card) =>
    respondTo(request, { response_type: 'ephemeral', replace_original: false, ...renderMessage(card) });
  return {
    begin: () => request.ack.send(),
    reply,
    async replace(card) {
      // What one person did changes nothing that everyone reads.
      if (isInAChannel(request)) return void (await reply(card));
      const content = renderMessage(card);
      if (await respondTo(request, { replace_original: true, ...content })) return;
      const { channel_id, message_ts, is_ephemeral } = object(request.body.container);
      if (is_ephemeral !== false) return;
      const place = { channel: string(channel_id), ts: string(message_ts) };
      const changed = await request.calls.attempt((web) => web.chat.update({ ...place, ...content }));
      if (!changed.ok)
        request.log.warn('a pressed message did not change', { platform: 'slack', code: changed.code });
    },
    async openForm(form) {
      if (!(await showModal(request, 'open', renderForm(form, ''))))
        await reply(asCard(wordsFor(languageIn(form)).formDidNotOpen));
    },
    formErrors: async () => {},
    async view(view) {
      if (!(await showModal(request, 'open', renderView(view, ''))))
        await reply(asCard(wordsFor(languageIn(view)).formDidNotOpen));
    },
    end: async () => {},
  };
}

/** A message of ours that others read, too: every direct channel's id begins with a D. */
function isInAChannel({ body }: Request): boolean {
  const { channel_id, is_ephemeral } = object(body.container);
  return is_ephemeral === false && !string(channel_id).startsWith('D');
}

/** A press in a modal that shows a card or a view: its answers stay in the modal. */
export function modalSurface(request: Request, origin: Origin): SlackSurface {
  const view_id = string(object(request.body.view).id);
  const push = (card: Card) => showModal(request, 'push', renderModal(card, origin));
  const change = async (view: ModalView) => {
    const changed = await request.calls.attempt((web) => web.views.update({ view_id, view }));
    if (!changed.ok) request.log.warn('a modal did not change', { platform: 'slack', code: changed.code });
  };
  return {
    begin: () => request.ack.send(),
    reply: push,
    replace: (card) => change(renderModal(card, origin)),
    openForm: (form) => showModal(request, 'push', renderForm(form, origin)),
    formErrors: async () => {},
    view: (view) => change(renderView(view, origin)),
    end: async () => {},
  };
}

/** A press on the home page, which is drawn again afterwards: only what it does not show itself becomes a modal. */
export function homeSurface(request: Request): SlackSurface {
  return {
    begin: () => request.ack.send(),
    reply: (card) => showModal(request, 'open', renderModal(card, 'home')),
    replace: async () => {},
    openForm: (form) => showModal(request, 'open', renderForm(form, 'home')),
    formErrors: async () => {},
    view: (view) => showModal(request, 'open', renderView(view, 'home')),
    end: async () => {},
  };
}
