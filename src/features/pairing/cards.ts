import { sayDay, sayInstant } from '../../calendar/say.ts';
import type { Card, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { isPaused, type Rhythm } from '../../people/members/rules.ts';
import { type Member, type MemberWithRhythm, mentionOf } from '../../people/members/store.ts';
import type { Pair } from './store.ts';
import { wordsFor } from './words.ts';

/** For `me`, who has just got `buddy` as a buddy. */
export function newBuddyCard(reader: Reader, me: MemberWithRhythm, buddy: Member, now: number): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      strong(words.youAreBuddies(mentionOf(buddy))),
      text(firstQuestions(reader, me.rhythm, now)),
      { type: 'buttons', buttons: [{ id: 'resources.guide', label: words.howItGoes }] },
    ],
  };
}

function firstQuestions(reader: Reader, rhythm: Rhythm, now: number): Words {
  const words = wordsFor(reader);
  if (!isPaused(rhythm, now)) return words.firstNudge(sayInstant(rhythm.nextNudgeAt, reader));
  const until = rhythm.pausedUntil;
  return until === null ? words.paused : words.pausedUntil(sayDay(until, reader));
}

/** Asks once, with which buddy to stop. */
export function endCard(reader: Reader, pairs: readonly Pair[]): Card {
  const words = wordsFor(reader);
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
export function otherEndedCard(reader: Reader, leaver: Member): Card {
  return { elements: [text(wordsFor(reader).otherEnded(mentionOf(leaver))), chooseAnother(reader)] };
}

/** For the buddy of someone who is no longer here: by name only, since nothing of theirs is kept. */
export function otherLeftCard(reader: Reader, name: string): Card {
  return { elements: [text(wordsFor(reader).otherLeft(name)), chooseAnother(reader)] };
}

function chooseAnother(reader: Reader): Element {
  return {
    type: 'buttons',
    buttons: [{ id: 'pairing.choose', label: wordsFor(reader).chooseAnother }],
  };
}
