import type { Log } from '../../src/system/logger.ts';
import type { Surface } from '../shared/respond.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { failureOf } from './failures.ts';
import { asMessage } from './message.ts';
import type { TokenWatch } from './token-watch.ts';

/** A surface that has something to say at the end. */
export interface TeamsSurface extends Surface {
  /** Called after the effects: whatever must still be said to Teams. */
  end(): void;
}

/** The chat that an activity came from. Both throw what Microsoft's SDK throws. */
export interface Chat {
  send(message: object): Promise<unknown>;
  update(activityId: string, message: object): Promise<unknown>;
}

/** The same chat for answers: a failure is logged by its code, for who acted can act again. */
export class Answers {
  private readonly chat: Chat;
  private readonly watch: TokenWatch;
  private readonly log: Log;

  constructor(chat: Chat, watch: TokenWatch, log: Log) {
    this.chat = chat;
    this.watch = watch;
    this.log = log;
  }

  /** True when it has arrived, as far as Teams tells. */
  say(card: AdaptiveCard): Promise<boolean> {
    return this.arrives('an answer did not get through', () => this.chat.send(asMessage(card)));
  }

  sayPlainly(text: string): Promise<boolean> {
    return this.arrives('an answer did not get through', () =>
      this.chat.send({ type: 'message', text, textFormat: 'plain' }),
    );
  }

  change(activityId: string, card: AdaptiveCard): Promise<boolean> {
    return this.arrives('a pressed card did not change', () => this.chat.update(activityId, asMessage(card)));
  }

  private async arrives(otherwise: string, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      const { code } = failureOf(error);
      this.log.warn(otherwise, { platform: 'teams', code });
      this.watch.heard(error);
      return false;
    }
  }
}
