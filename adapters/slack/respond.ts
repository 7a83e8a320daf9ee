import type { Receive } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import { object } from '../shared/json.ts';
import type { Calls } from './calls.ts';
import { commandSurface } from './on-command.ts';
import { homeSurface, messageSurface, modalSurface } from './on-press.ts';
import { submitSurface } from './on-submit.ts';
import type { Origin } from './render-form.ts';
import { renderHome } from './render-view.ts';
import type { Request, Surface } from './surface.ts';
import { words } from './words.en.ts';

export interface Core {
  readonly receive: Receive;
  readonly calls: Calls;
  readonly log: Log;
}

/** Brings an event to the core, and what the core answers back to where it happened. Never throws. */
export async function respond(core: Core, event: InboundEvent, request: Request): Promise<void> {
  if (event.type === 'home') return publishHome(core, event);
  const effects = await ask(core, event);
  if (event.type === 'profile' || event.type === 'words') return;
  const origin = originOf(request);
  const surface = surfaceOf(event, request, origin);
  await surface.begin();
  try {
    for (const effect of effects) await carryOut(effect, surface);
  } catch (error) {
    core.log.error('an answer could not be shown', {
      platform: 'slack',
      event: event.type,
      error: loggedError(error),
    });
    await surface.reply(bug.card);
  }
  await surface.end();
  if (origin === 'home') await publishHome(core, { type: 'home', id: `${event.id}:home`, from: event.from });
}

const bug = {
  type: 'reply',
  card: { elements: [{ type: 'text', words: words.bug }] },
} as const satisfies Effect;

async function ask(core: Core, event: InboundEvent): Promise<readonly Effect[]> {
  try {
    return await core.receive(event);
  } catch (error) {
    core.log.error('an event could not be handled', {
      platform: 'slack',
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
      return surface.formErrors(effect.errors);
    default:
      return unknownEffect(effect);
  }
}

/** The home page itself, and modals that were opened from it. */
function originOf(request: Request): Origin {
  const view = object(request.body.view);
  return view.type === 'home' || view.private_metadata === 'home' ? 'home' : '';
}

function surfaceOf(event: InboundEvent, request: Request, origin: Origin): Surface {
  if (event.type === 'command') return commandSurface(request);
  if (event.type === 'submit') return submitSurface(request, origin);
  const { type } = object(request.body.view);
  if (type === 'home') return homeSurface(request);
  return type === 'modal' ? modalSurface(request, origin) : messageSurface(request);
}

async function publishHome(core: Core, event: InboundEvent): Promise<void> {
  const answer = (await ask(core, event)).find(
    (effect) => effect.type === 'reply' || effect.type === 'replace',
  );
  if (answer === undefined) return;
  try {
    const view = renderHome(answer.card);
    const published = await core.calls.attempt((web) => web.views.publish({ user_id: event.from.id, view }));
    if (!published.ok)
      core.log.warn('a home page was not published', { platform: 'slack', code: published.code });
  } catch (error) {
    core.log.error('a home page could not be shown', { platform: 'slack', error: loggedError(error) });
  }
}

function unknownEffect(effect: never): never {
  throw new Error(`Slack cannot carry out ${JSON.stringify(effect)}`);
}
