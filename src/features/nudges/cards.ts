import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Button, Card } from '../../chat/card.ts';
import { text } from '../../chat/say.ts';
import { buddyElements } from '../checkins/cards.ts';
import { acknowledgementText } from '../checkins/rules.ts';
import type { Pair } from '../pairing/store.ts';
import { weeklyCard } from '../questions/cards.ts';
import type { WeekQuestions } from '../questions/store.ts';
import { laters } from './rules.ts';
import { words } from './words.en.ts';

/** Monday's message: the two questions, and each buddy with "We checked in". */
export function nudgeCard(
  questions: WeekQuestions,
  week: IsoWeek,
  pairs: readonly Pair[],
  checkedIn: ReadonlySet<string>,
  now: number,
): Card {
  const isDone = (pair: Pair): boolean => checkedIn.has(acknowledgementText(pair.id, week));
  return weeklyCard({
    questions,
    buddyElements:
      pairs.length === 0
        ? [text(words.noBuddyNow)]
        : pairs.flatMap((pair) => buddyElements(pair, week, isDone(pair), now)),
    laterButtons: pairs.every(isDone) ? [] : laterButtons,
  });
}

const laterButtons: readonly Button[] = laters.map((later) => ({
  id: `nudges.snooze:${later}`,
  label: words.later[later],
}));

export function laterCard(sentence: string): Card {
  return { elements: [text(sentence), { type: 'buttons', buttons: laterButtons }] };
}

/** What somebody asked to be reminded of. Checking in is one tap further, on the status card. */
export function reminderCard(questions: WeekQuestions): Card {
  return {
    elements: [
      { type: 'text', tone: 'strong', words: words.asked },
      { type: 'questions', first: questions.first, second: questions.second },
      { type: 'buttons', buttons: [{ id: 'checkins.status', label: words.myBuddies }] },
    ],
  };
}
