import type { Card } from '../../src/chat/card.ts';
import { asCard } from '../../src/chat/say.ts';
import { renderMessage } from './render-card.ts';
import { renderForm } from './render-form.ts';
import { renderView } from './render-view.ts';
import { type Request, respondTo, type SlackSurface, showModal } from './surface.ts';
import { words } from './words.en.ts';

/** A slash command: the private answer is the acknowledgement itself, and any further one follows it. */
export function commandSurface(request: Request): SlackSurface {
  const say = async (card: Card) => {
    const message = { response_type: 'ephemeral', ...renderMessage(card) };
    if (!(await request.ack.send(message))) await respondTo(request, message);
  };
  return {
    begin: async () => {},
    reply: say,
    replace: say,
    async openForm(form) {
      if (!(await showModal(request, 'open', renderForm(form, '')))) await say(asCard(words.formDidNotOpen));
    },
    formErrors: async () => {},
    async view(view) {
      if (!(await showModal(request, 'open', renderView(view, '')))) await say(asCard(words.formDidNotOpen));
    },
    end: () => request.ack.send(),
  };
}
