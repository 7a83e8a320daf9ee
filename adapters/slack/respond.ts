import type { InboundEvent } from '../../src/chat/event.ts';
import { loggedError } from '../../src/system/logger.ts';
import { object } from '../shared/json.ts';
import { ask, askForHome, type Core, show } from '../shared/respond.ts';
import type { Calls } from './calls.ts';
import { commandSurface } from './on-command.ts';
import { homeSurface, messageSurface, modalSurface } from './on-press.ts';
import { submitSurface } from './on-submit.ts';
import type { Origin } from './render-form.ts';
import { renderHome } from './render-view.ts';
import type { Request, SlackSurface } from './surface.ts';

/** Brings an event to the core, and what the core answers back to where it happened. Never throws. */
export async function respond(core: Core, event: InboundEvent, request: Request): Promise<void> {
  if (event.type === 'home') return publishHome(core, event, request.calls);
  const effects = await ask(core, event);
  if (event.type === 'profile' || event.type === 'words') return;
  const origin = originOf(request);
  const surface = surfaceOf(event, request, origin);
  await surface.begin();
  await show(core, event, effects, surface);
  await surface.end();
  if (origin !== 'home') return;
  await publishHome(core, { type: 'home', id: `${event.id}:home`, from: event.from }, request.calls);
}

/** The home page itself, and modals that were opened from it. */
function originOf(request: Request): Origin {
  const view = object(request.body.view);
  return view.type === 'home' || view.private_metadata === 'home' ? 'home' : '';
}

function surfaceOf(event: InboundEvent, request: Request, origin: Origin): SlackSurface {
  if (event.type === 'command') return commandSurface(request);
  if (event.type === 'submit') return submitSurface(request, origin);
  const { type } = object(request.body.view);
  if (type === 'home') return homeSurface(request);
  return type === 'modal' ? modalSurface(request, origin) : messageSurface(request);
}

async function publishHome(core: Core, event: InboundEvent, calls: Calls): Promise<void> {
  const { platform, log } = core;
  const card = await askForHome(core, event);
  if (card === null) return;
  try {
    const view = renderHome(card);
    const published = await calls.attempt((web) => web.views.publish({ user_id: event.from.id, view }));
    if (!published.ok) log.warn('a home page was not published', { platform, code: published.code });
  } catch (error) {
    log.error('a home page could not be shown', { platform, error: loggedError(error) });
  }
}
