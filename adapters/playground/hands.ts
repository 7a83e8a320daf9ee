import type { Answers } from '../../src/chat/form.ts';
import type { Core } from '../shared/respond.ts';
import { type NameEvent, pressEvent, submitEvent, typedEvent } from './receive.ts';
import { pressesOf } from './render-card.ts';
import { respond } from './respond.ts';
import type { Transcripts } from './transcripts.ts';
import type { People } from './ward.ts';

/** What people do without a page before them, and what the core makes of it: the same as with one. */
export interface Hands {
  says(person: string, text: string): Promise<void>;
  /** Presses the newest button whose id begins so. Nothing happens where there is none in their chat. */
  presses(person: string, button: string): Promise<void>;
  fillsIn(person: string, form: string, answers: Answers): Promise<void>;
}

export interface HandsParts {
  readonly core: Core;
  readonly people: People;
  readonly chats: Transcripts;
  readonly nameEvent: NameEvent;
}

export function createHands({ core, people, chats, nameEvent }: HandsParts): Hands {
  const everyone = [...people.ward, ...people.elsewhere];
  return {
    async says(person, text) {
      chats.type(person, text);
      await respond(core, chats, typedEvent(nameEvent(undefined), person, text, everyone), null);
    },
    async presses(person, button) {
      for (const { id, card, private: isPrivate } of chats.written(person).toReversed()) {
        const pressed = card && [...pressesOf(card).values()].find((one) => one.startsWith(button));
        if (!pressed) continue;
        await respond(
          core,
          chats,
          pressEvent(nameEvent(undefined), person, pressed, isPrivate ? null : id),
          id,
        );
        return;
      }
    },
    async fillsIn(person, form, answers) {
      await respond(core, chats, submitEvent(nameEvent(undefined), person, form, answers), null);
      // What opens after it, nobody looks at.
      chats.closeView(person);
    },
  };
}
