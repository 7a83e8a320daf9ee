import { renderCard } from './render-card.ts';
import { renderForm } from './render-form.ts';
import type { Answers, TeamsSurface } from './surface.ts';
import { viewLater } from './view-later.ts';

/** Something typed, or the app's installation: every answer is a new message in the chat. */
export function messageSurface(answers: Answers): TeamsSurface {
  return {
    reply: async (card) => answers.say(renderCard(card)),
    replace: async (card) => answers.say(renderCard(card)),
    openForm: async (form) => answers.say(renderForm(form)),
    formErrors: async (form, errors) => answers.say(renderForm(form, { answers: {}, errors })),
    view: async (view) => answers.say(viewLater(view)),
    end() {},
  };
}
