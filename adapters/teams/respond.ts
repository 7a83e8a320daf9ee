import type { Receive } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { asCard } from '../../src/chat/say.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import type { Surface } from './surface.ts';
import { words } from './words.en.ts';

export interface Core {
  readonly receive: Receive;
  readonly log: Log;
}

/** Brings an event to the core, and what the core answers back to where it happened. Never throws. */
export async function respond(core: Core, event: InboundEvent, surface: Surface): Promise<void> {
  const effects = await ask(core, event);
  // Who has removed Buddy cannot be written to.
  if (event.type === 'uninstalled') return;
  try {
    for (const effect of effects) await carryOut(effect, surface);
  } catch (error) {
    core.log.error('an answer could not be shown', {
      platform: 'teams',
      event: event.type,
      error: loggedError(error),
    });
    await surface.reply(bug.card);
  }
  surface.end();
}

const bug = { type: 'reply', card: asCard(words.bug) } as const satisfies Effect;

/** What the core answers; an apology where it throws. */
export async function ask({ receive, log }: Core, event: InboundEvent): Promise<readonly Effect[]> {
  try {
    return await receive(event);
  } catch (error) {
    log.error('an event could not be handled', {
      platform: 'teams',
      event: event.type,
      error: loggedError(error),
    });
    return [bug];
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
    default:
      return unknownEffect(effect);
  }
}

function unknownEffect(effect: never): never {
  throw new Error(`Teams cannot carry out ${JSON.stringify(effect)}`);
}
