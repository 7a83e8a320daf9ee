import type { Button, Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { strong, text } from '../../chat/say.ts';
import { buddyElements } from '../checkins/cards.ts';
import { acknowledgementText } from '../checkins/rules.ts';
import type { Pair } from '../pairing/store.ts';
import { weeklyCard } from '../questions/cards.ts';
import type { WeekQuestions } from '../questions/store.ts';
import { laters } from './rules.ts';
import { wordsFor } from './words.ts';

/** What a weekly message is made of. */
export interface Monday {
  readonly questions: WeekQuestions;
  readonly pairs: readonly Pair[];
  /** `pairId/week` of the pairs that have checked in. */
  readonly checkedIn: ReadonlySet<string>;
}

/** Monday's message: the two questions, and each buddy with "We checked in". */
export function nudgeCard(reader: Reader, { questions, pairs, checkedIn }: Monday, now: number): Card {
  const { week } = questions;
  const isDone = (pair: Pair): boolean => checkedIn.has(acknowledgementText(pair.id, week));
  return weeklyCard(reader, {
    questions,
    buddyElements:
      pairs.length === 0
        ? [text(wordsFor(reader).noBuddyNow)]
        : pairs.flatMap((pair) => buddyElements(reader, pair, { week, isCheckedIn: isDone(pair), now })),
    laterButtons: pairs.every(isDone) ? [] : laterButtons(reader),
  });
}

function laterButtons(reader: Reader): readonly Button[] {
  const words = wordsFor(reader);
  return laters.map((later) => ({ id: `nudges.snooze:${later}`, label: words.later[later] }));
}

export function laterCard(reader: Reader, sentence: string): Card {
  return { elements: [text(sentence), { type: 'buttons', buttons: laterButtons(reader) }] };
}

/** What someone asked to be reminded of. Checking in is one tap further, on the status card. */
export function reminderCard(reader: Reader, questions: WeekQuestions): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      strong(words.asked),
      { type: 'questions', first: questions.first, second: questions.second },
      { type: 'buttons', buttons: [{ id: 'checkins.status', label: words.myBuddies }] },
    ],
  };
}
