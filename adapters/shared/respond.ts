import type { Receive } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Effect, FieldErrors } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Platform } from '../../src/chat/person.ts';
import { asCard, reply } from '../../src/chat/say.ts';
import type { View } from '../../src/chat/view.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import { words } from './words.en.ts';

/** The core, as an adapter speaks to it. */
export interface Core {
  readonly platform: Platform;
  readonly receive: Receive;
  readonly log: Log;
}

/** Where someone acted, and how each kind of answer gets there. What throws is an answer that can't be rendered. */
export interface Surface {
  reply(card: Card): Promise<unknown>;
  replace(card: Card): Promise<unknown>;
  openForm(form: Form): Promise<unknown>;
  formErrors(form: Form, errors: FieldErrors): Promise<unknown>;
  /** Shows it to who acted, and lets nothing of it into a message. With `errors` it's the one that they've sent in. */
  view(view: View, errors: FieldErrors): Promise<unknown>;
}

/** What the core answers; an apology where it throws. */
export async function ask({ platform, receive, log }: Core, event: InboundEvent): Promise<readonly Effect[]> {
  try {
    return await receive(event);
  } catch (error) {
    const fields = { platform, event: event.type, error: loggedError(error) };
    log.error('an event could not be handled', fields);
    return [reply(words.bug)];
  }
}

/** The home page as the core draws it now; null when it has none. */
export async function askForHome(core: Core, event: InboundEvent): Promise<Card | null> {
  const answer = (await ask(core, event)).find(
    (effect) => effect.type === 'reply' || effect.type === 'replace',
  );
  return answer?.card ?? null;
}

/** Brings the answers to where it happened, one after the other; an apology where one can't be shown. */
export async function show(
  { platform, log }: Core,
  event: InboundEvent,
  effects: readonly Effect[],
  surface: Surface,
): Promise<void> {
  try {
    for (const effect of effects) await carryOut(effect, surface);
  } catch (error) {
    log.error('an answer could not be shown', { platform, event: event.type, error: loggedError(error) });
    await surface.reply(asCard(words.bug));
  }
}

function carryOut(effect: Effect, surface: Surface): Promise<unknown> {
  switch (effect.type) {
    case 'reply':
      return surface.reply(effect.card);
    case 'replace':
      return surface.replace(effect.card);
    case 'open-form':
      return surface.openForm(effect.form);
    case 'form-errors':
      return surface.formErrors(effect.form, effect.errors);
    case 'view':
      return surface.view(effect.view, effect.errors ?? {});
    default:
      return unknownEffect(effect);
  }
}

function unknownEffect(effect: never): never {
  throw new Error(`nobody can carry out ${JSON.stringify(effect)}`);
}
