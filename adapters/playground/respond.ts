import type { MessageRef } from '../../src/chat/delivery.ts';
import type { FieldErrors } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import { ask, type Core, show } from '../shared/respond.ts';
import type { Transcripts } from './transcripts.ts';

/** What of the answer goes back in the HTTP response; the rest stands in the chat. */
export interface Response {
  readonly form: Form | null;
  readonly errors: Readonly<Record<string, string>> | null;
}

/** Where someone acted: in a message, on the home page, or in no message at all. */
export type Place = MessageRef | 'home' | null;

/** Brings an event to the core, and what the core answers into the chat. Never throws. */
export async function respond(
  core: Core,
  chats: Transcripts,
  event: InboundEvent,
  place: Place,
): Promise<Response> {
  const { id } = event.from;
  let response: Response = { form: null, errors: null };
  await show(core, event, await ask(core, event), {
    reply: async (card) => chats.post(id, card, true),
    async replace(card) {
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
  });
  return response;
}

function written(errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, plainWords(words)]));
}
