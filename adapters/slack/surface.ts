import type { View } from '@slack/types';
import type { Log } from '../../src/system/logger.ts';
import type { Json } from '../shared/json.ts';
import type { Surface } from '../shared/respond.ts';
import type { Calls } from './calls.ts';
import { codeOf } from './failures.ts';
import type { OneAck } from './one-ack.ts';

/** A surface that Slack wants to hear of in time. */
export interface SlackSurface extends Surface {
  /** Called as soon as the core has done its part, before the effects. */
  begin(): Promise<unknown>;
  /** Called after the effects: whatever must still be said to Slack. */
  end(): Promise<unknown>;
}

/** What a surface is given of one request. */
export interface Request {
  readonly body: Json;
  readonly ack: OneAck;
  /** Posts to the request's response_url, where it has one. */
  readonly respond: ((message: object) => Promise<unknown>) | undefined;
  readonly calls: Calls;
  readonly log: Log;
}

const viewPatienceMs = 2000;

/** Opens or pushes a modal; a trigger lives for three seconds, so this gives up before. */
export async function showModal(request: Request, how: 'open' | 'push', view: View): Promise<boolean> {
  const trigger_id = String(request.body.trigger_id);
  const shown = await request.calls.within(viewPatienceMs, () =>
    request.calls.attempt((web) => web.views[how]({ trigger_id, view })),
  );
  if (!shown.ok) request.log.warn('a modal did not open', { platform: 'slack', code: shown.code });
  return shown.ok;
}

/** True when the answer was taken. Failures are logged: the person can press again. */
export async function respondTo(request: Request, message: object): Promise<boolean> {
  try {
    await request.respond?.(message);
    return request.respond !== undefined;
  } catch (error) {
    request.log.warn('an answer did not reach its response_url', {
      platform: 'slack',
      code: codeOf(error) ?? 'unknown',
    });
    return false;
  }
}
