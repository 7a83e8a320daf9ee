import { type AdaptiveCard, cardContentType } from './adaptive-card.ts';
import { words } from './words.en.ts';

/** What an invoke is answered with: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export type InvokeAnswer =
  /** The card that was pressed becomes this one. */
  | { readonly statusCode: 200; readonly type: typeof cardContentType; readonly value: AdaptiveCard }
  /** One line at the card, for a moment. */
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.activity.message';
      readonly value: string;
    };

export function cardAnswer(card: AdaptiveCard): InvokeAnswer {
  return { statusCode: 200, type: cardContentType, value: card };
}

export function lineAnswer(line: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: line };
}

/**
 * The one answer of an invoke. When `withinMs` is over it says that there is more to come, so that Teams does not show an
 * error: what comes later stands in the chat.
 */
export class OneAnswer {
  readonly given: Promise<InvokeAnswer>;
  private isGiven = false;
  private readonly resolve: (answer: InvokeAnswer) => void;
  private readonly timer: NodeJS.Timeout;

  constructor(withinMs: number) {
    const { promise, resolve } = Promise.withResolvers<InvokeAnswer>();
    this.given = promise;
    this.resolve = resolve;
    this.timer = setTimeout(() => this.give(lineAnswer(words.takesAMoment)), withinMs);
  }

  /** False when it was given before, so that `answer` is not seen. */
  give(answer: InvokeAnswer): boolean {
    clearTimeout(this.timer);
    if (this.isGiven) return false;
    this.isGiven = true;
    this.resolve(answer);
    return true;
  }
}
