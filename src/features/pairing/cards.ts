import { sayDay, sayInstant } from '../../calendar/say.en.ts';
import type { Card, Element, Words } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import type { Pair } from './store.ts';
import { words } from './words.en.ts';

/** For `reader`, who has just got `buddy` as a buddy. */
export function newBuddyCard(reader: Member, buddy: Member, now: number): Card {
  return {
    elements: [
      { type: 'text', tone: 'strong', words: words.youAreBuddies(mentionOf(buddy)) },
      text(firstQuestions(reader, now)),
      { type: 'buttons', buttons: [{ id: 'resources.guide', label: words.howItGoes }] },
    ],
  };
}

function firstQuestions(reader: Member, now: number): Words {
  if (!isPaused(reader, now)) return words.firstNudge(sayInstant(reader.nextNudgeAt, reader.timeZone));
  const until = reader.pausedUntil;
  return until === null ? words.paused : words.pausedUntil(sayDay(until, reader.timeZone));
}

/** Asks once, with which buddy to stop. */
export function endCard(pairs: readonly Pair[]): Card {
  const [only, ...others] = pairs;
  if (only !== undefined && others.length === 0) {
    return {
      elements: [
        text(words.endSure(mentionOf(only.buddy))),
        {
          type: 'buttons',
          buttons: [{ id: `pairing.end:${only.id}`, label: words.endYes, style: 'danger' }],
        },
        quiet(words.keep),
      ],
    };
  }
  const buttons = pairs.map((pair) => ({
    id: `pairing.end:${pair.id}`,
    label: words.endWith(pair.buddy.name),
  }));
  return { elements: [text(words.endWhich), { type: 'buttons', buttons }, quiet(words.keep)] };
}

/** For the one who did not end it. */
export function otherEndedCard(leaver: Member): Card {
  return { elements: [text(words.otherEnded(mentionOf(leaver))), chooseAnother] };
}

/** For the buddy of somebody who is no longer here: by name only, since nothing of theirs is kept. */
export function otherLeftCard(name: string): Card {
  return { elements: [text(words.otherLeft(name)), chooseAnother] };
}

const chooseAnother: Element = {
  type: 'buttons',
  buttons: [{ id: 'pairing.choose', label: words.chooseAnother }],
};
