import { asCard } from '../../src/chat/say.ts';
import type { View } from '../../src/chat/view.ts';
import { type AdaptiveCard, cardContentType } from './adaptive-card.ts';
import { words as cardWords } from './card-words.en.ts';
import { renderCard } from './render-card.ts';
import type { Filled } from './render-form.ts';
import { asDialog, renderView } from './render-view.ts';

/**
 * What `task/fetch` and `task/submit` are answered with: the dialog shows this card from now on.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export interface DialogAnswer {
  readonly task: {
    readonly type: 'continue';
    readonly value: {
      readonly title: string;
      readonly height: 'medium' | 'large';
      readonly width: 'medium';
      readonly card: { readonly contentType: typeof cardContentType; readonly content: AdaptiveCard };
    };
  };
}

export function viewDialog(view: View, filled?: Filled): DialogAnswer {
  return dialogOf(view.title, renderView(view, filled));
}

/** Any other card, shown in the dialog that someone is in. */
export function cardDialog(card: AdaptiveCard): DialogAnswer {
  return dialogOf(cardWords.title, asDialog(card));
}

export function lineDialog(line: string): DialogAnswer {
  return cardDialog(renderCard(asCard(line)));
}

function dialogOf(title: string, content: AdaptiveCard): DialogAnswer {
  const height = content.body.length > partsInMedium ? 'large' : 'medium';
  const card = { contentType: cardContentType, content } as const;
  return { task: { type: 'continue', value: { title, height, width: 'medium', card } } };
}

/** Ours: how many parts of a card a dialog of medium height shows without scrolling, more or less. */
const partsInMedium = 6;
