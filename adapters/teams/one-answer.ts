import { type AdaptiveCard, cardContentType } from './adaptive-card.ts';

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
 * The one answer of an invoke. When `withinMs` is over it's `late`, so that Teams does not show an error.
 */
export class OneAnswer<Body = InvokeAnswer> {
  readonly given: Promise<Body>;
  private isGiven = false;
  private readonly resolve: (answer: Body) => void;
  private readonly timer: NodeJS.Timeout;

  constructor(withinMs: number, late: Body) {
    const { promise, resolve } = Promise.withResolvers<Body>();
    this.given = promise;
    this.resolve = resolve;
    this.timer = setTimeout(() => this.give(late), withinMs);
  }

  /** False when it was given before, so that `answer` is not seen. */
  give(answer: Body): boolean {
    clearTimeout(this.timer);
    if (this.isGiven) return false;
    this.isGiven = true;
    this.resolve(answer);
    return true;
  }
}
