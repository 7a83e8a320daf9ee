import type { InboundEvent } from '../../src/chat/event.ts';
import { ask, type Core, show } from '../shared/respond.ts';
import type { TeamsSurface } from './surface.ts';

/** Brings an event to the core, and what the core answers back to where it happened. Never throws. */
export async function respond(core: Core, event: InboundEvent, surface: TeamsSurface): Promise<void> {
  const effects = await ask(core, event);
  // Who has removed Buddy can't be written to.
  if (event.type === 'uninstalled') return;
  await show(core, event, effects, surface);
  surface.end();
}
