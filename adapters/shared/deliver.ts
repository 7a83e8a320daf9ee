import type { DeliveryResult } from '../../src/chat/delivery.ts';
import type { Platform } from '../../src/chat/person.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';

/**
 * What comes of a delivery. What throws is a card that the platform would refuse: a mistake of ours, which no further try
 * would fix.
 */
export async function unlessUnrenderable(
  { platform, log }: { readonly platform: Platform; readonly log: Log },
  deliver: () => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  try {
    return await deliver();
  } catch (error) {
    log.error('a message could not be rendered', { platform, error: loggedError(error) });
    return { ok: false, why: 'rejected', code: 'not_renderable' };
  }
}
