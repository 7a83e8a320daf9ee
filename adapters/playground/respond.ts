import type { Receive } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { MessageRef } from '../../src/chat/delivery.ts';
import type { Effect, FieldErrors } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import { asCard } from '../../src/chat/say.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import type { Transcripts } from './transcripts.ts';
import { words } from './words.en.ts';

export interface Core {
  readonly receive: Receive;
  readonly chats: Transcripts;
  readonly log: Log;
}

/** What of the answer goes back in the HTTP response; the rest stands in the chat. */
export interface Response {
  readonly form: Form | null;
  readonly errors: Readonly<Record<string, string>> | null;
}

/** Where somebody acted: in a message, on the home page, or in no message at all. */
export type Place = MessageRef | 'home' | null;

/** Brings an event to the core, and what the core answers into the chat. Never throws. */
export async function respond(core: Core, event: InboundEvent, place: Place): Promise<Response> {
  let response: Response = { form: null, errors: null };
  for (const effect of await ask(core, event)) {
    response = { ...response, ...carryOut(core, event.from.id, effect, place) };
  }
  return response;
}

/** The home page as it is now; null when the core has none. */
export async function readHome(core: Core, event: InboundEvent): Promise<Card | null> {
  const answer = (await ask(core, event)).find(
    (effect) => effect.type === 'reply' || effect.type === 'replace',
  );
  return answer?.card ?? null;
}

function carryOut(core: Core, person: string, effect: Effect, place: Place): Partial<Response> {
  const { chats } = core;
  switch (effect.type) {
    case 'reply':
      say(core, person, effect.card);
      return {};
    case 'replace':
      // The home page is drawn anew anyway.
      if (place === 'home') return {};
      if (place === null || !chats.replace(person, place, effect.card)) say(core, person, effect.card);
      return {};
    case 'open-form':
      chats.openForm(person, effect.form);
      return { form: effect.form };
    case 'form-errors':
      return { errors: written(effect.errors) };
    default:
      return unknownEffect(effect);
  }
}

function written(errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, plainWords(words)]));
}

function say({ chats, log }: Core, person: string, card: Card): void {
  try {
    chats.post(person, card, true);
  } catch (error) {
    log.error('an answer could not be shown', { platform: 'playground', error: loggedError(error) });
    chats.post(person, asCard(words.bug), true);
  }
}

async function ask({ receive, log }: Core, event: InboundEvent): Promise<readonly Effect[]> {
  try {
    return await receive(event);
  } catch (error) {
    log.error('an event could not be handled', {
      platform: 'playground',
      event: event.type,
      error: loggedError(error),
    });
    return [{ type: 'reply', card: asCard(words.bug) }];
  }
}

function unknownEffect(effect: never): never {
  throw new Error(`The playground cannot carry out ${JSON.stringify(effect)}`);
}
