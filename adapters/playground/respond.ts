import type { MessageRef } from '../../src/chat/delivery.ts';
import type { FieldErrors } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import type { View } from '../../src/chat/view.ts';
import { ask, type Core, show } from '../shared/respond.ts';
import { renderView, viewOfCard } from './render-view.ts';
import type { Transcripts } from './transcripts.ts';

/** What of the answer goes back in the HTTP response; the rest stands in the chat. */
export interface Response {
  readonly form: Form | null;
  readonly errors: Readonly<Record<string, string>> | null;
  /** What a dialog shows from now on: it stands in no chat. */
  readonly view: View | null;
}

/** Where someone acted: in a message, on the home page, in the open dialog, or in none of these. */
export type Place = MessageRef | 'home' | 'view' | null;

/** Brings an event to the core, and what the core answers into the chat. Never throws. */
export async function respond(
  core: Core,
  chats: Transcripts,
  event: InboundEvent,
  place: Place,
): Promise<Response> {
  const { id } = event.from;
  let response: Response = { form: null, errors: null, view: null };
  const showView = (view: View) => {
    chats.openView(id, view);
    response = { ...response, view };
  };
  await show(core, event, await ask(core, event), {
    async reply(card) {
      if (place === 'view') showView(viewOfCard(card));
      else chats.post(id, card, true);
    },
    async replace(card) {
      if (place === 'view') return showView(viewOfCard(card));
      // The home page is drawn again anyway.
      if (place === 'home') return;
      if (place === null || !chats.replace(id, place, card)) chats.post(id, card, true);
    },
    async openForm(form) {
      chats.openForm(id, form);
      response = { ...response, form };
    },
    async formErrors(_form, errors) {
      response = { ...response, errors: written(errors) };
    },
    async view(view, errors) {
      if (Object.keys(errors).length === 0) showView(renderView(view));
      else response = { ...response, errors: written(errors) };
    },
  });
  return response;
}

function written(errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, plainWords(words)]));
}
