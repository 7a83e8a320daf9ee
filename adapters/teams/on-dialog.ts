import type { Answers } from '../../src/chat/form.ts';
import { cardDialog, type DialogAnswer, lineDialog, viewDialog } from './dialog.ts';
import type { OneAnswer } from './one-answer.ts';
import { renderCard } from './render-card.ts';
import { renderForm } from './render-form.ts';
import type { TeamsSurface } from './surface.ts';
import { words } from './words.en.ts';

/**
 * A press that opens a dialog, and whatever happens inside of one: the first answer is what it shows next. None of it ever
 * goes into the chat, not even when it comes too late for the dialog.
 */
export function dialogSurface(once: OneAnswer<DialogAnswer>, entered: Answers): TeamsSurface {
  const show = async (answer: DialogAnswer) => once.give(answer);
  return {
    reply: async (card) => show(cardDialog(renderCard(card))),
    replace: async (card) => show(cardDialog(renderCard(card))),
    openForm: async (form) => show(cardDialog(renderForm(form))),
    formErrors: async (form, errors) => show(cardDialog(renderForm(form, { answers: entered, errors }))),
    view: async (view, errors) =>
      show(
        Object.keys(errors).length === 0 ? viewDialog(view) : viewDialog(view, { answers: entered, errors }),
      ),
    end: () => {
      once.give(lineDialog(words.done));
    },
  };
}
