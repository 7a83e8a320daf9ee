import type { Answers as Entered } from '../../src/chat/form.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { asDelivered } from './message.ts';
import { cardAnswer, lineAnswer, type OneAnswer } from './one-answer.ts';
import { renderCard } from './render-card.ts';
import { renderForm } from './render-form.ts';
import type { Answers, TeamsSurface } from './surface.ts';
import { viewLater } from './view-later.ts';
import { words } from './words.en.ts';

/** What a surface is given of one press. */
export interface Pressed {
  readonly answers: Answers;
  readonly once: OneAnswer;
  /** The message that was pressed; empty where the client does not tell. */
  readonly message: string;
  /** Whether it is one that `deliver` returned: what takes its place is so too. */
  readonly isDelivered: boolean;
}

/** A press: what it changes is the pressed card itself, anything else follows as a message. */
export function pressSurface(pressed: Pressed): TeamsSurface {
  const invoke = new Invoke(pressed);
  return {
    reply: async (card) => invoke.say(renderCard(card)),
    replace: async (card) => invoke.change(renderCard(card)),
    openForm: async (form) => invoke.say(renderForm(form)),
    formErrors: async (form, errors) => invoke.say(renderForm(form, { answers: {}, errors })),
    view: async (view) => invoke.say(viewLater(view)),
    end: () => invoke.end(),
  };
}

/** A form that was sent: the first answer takes its place, so that nobody sends it twice. */
export function submitSurface(pressed: Pressed, entered: Entered): TeamsSurface {
  const invoke = new Invoke(pressed);
  let isForm = true;
  const show = (card: AdaptiveCard) => {
    if (!isForm) return invoke.say(card);
    isForm = false;
    return invoke.change(card);
  };
  return {
    reply: async (card) => show(renderCard(card)),
    replace: async (card) => show(renderCard(card)),
    openForm: async (form) => show(renderForm(form)),
    formErrors: async (form, errors) => show(renderForm(form, { answers: entered, errors })),
    view: async (view) => show(viewLater(view)),
    end: () => invoke.end(),
  };
}

class Invoke {
  private readonly pressed: Pressed;
  private line: string = words.done;

  constructor(pressed: Pressed) {
    this.pressed = pressed;
  }

  async say(card: AdaptiveCard): Promise<void> {
    this.line = (await this.pressed.answers.say(card)) ? words.below : words.notThrough;
  }

  /**
   * Shown at once by the invoke's own answer, and written into the message as well: what an answer shows is not what
   * other devices see, or what stands there tomorrow.
   */
  async change(changed: AdaptiveCard): Promise<void> {
    const { answers, once, message, isDelivered } = this.pressed;
    const card = isDelivered ? asDelivered(changed) : changed;
    const isSeen = once.give(cardAnswer(card));
    const isWritten = message !== '' && (await answers.change(message, card));
    if (!isSeen && !isWritten) await answers.say(card);
  }

  end(): void {
    this.pressed.once.give(lineAnswer(this.line));
  }
}
