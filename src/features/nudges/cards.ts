import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { strong, text } from '../../chat/say.ts';
import { acknowledgeButton, buddyElements } from '../checkins/cards.ts';
import { acknowledgementText } from '../checkins/rules.ts';
import type { Pair } from '../pairing/store.ts';
import { askedIn } from '../questions/asked-in.ts';
import { weeklyCard } from '../questions/cards.ts';
import type { WeekQuestions } from '../questions/week-questions.ts';
import { wordsFor as questionWordsFor } from '../questions/words.ts';
import type { Later } from './rules.ts';
import { wordsFor } from './words.ts';

/** What a weekly message is made of. */
export interface Monday {
  readonly questions: WeekQuestions;
  readonly pairs: readonly Pair[];
  /** `pairId/week` of the pairs that have checked in. */
  readonly checkedIn: ReadonlySet<string>;
  /** Those of them that the reader noted today, and so can take back. */
  readonly notedToday: ReadonlySet<string>;
  /** When the reader may be reminded. */
  readonly laters: readonly Later[];
}

/** Monday's message: the two questions, and each buddy with "We checked in". */
export function nudgeCard(reader: Reader, monday: Monday, now: number): Card {
  const { questions, pairs } = monday;
  return weeklyCard(reader, {
    heading: headingFor(reader, pairs),
    questions,
    buddyElements:
      pairs.length === 0
        ? [text(wordsFor(reader).noBuddyNow)]
        : pairs.flatMap((pair) => buddyElements(reader, pair, { ...monday, week: questions.week, now })),
    laterButtons: pairs.every((pair) => isDone(pair, monday)) ? [] : laterButtons(reader, monday.laters),
  });
}

/** Two or three names would be too long for a heading. */
function headingFor(reader: Reader, [only, ...others]: readonly Pair[]): string {
  const { weekly } = questionWordsFor(reader);
  return only === undefined || others.length > 0 ? weekly.heading : weekly.headingWith(only.buddy.name);
}

function isDone(pair: Pair, { questions, checkedIn }: Pick<Monday, 'questions' | 'checkedIn'>): boolean {
  return checkedIn.has(acknowledgementText(pair.id, questions.week));
}

function laterButtons(reader: Reader, laters: readonly Later[]): readonly Button[] {
  const words = wordsFor(reader);
  return laters.map((later) => ({ id: `nudges.snooze:${later}`, label: words.later[later] }));
}

export function laterCard(reader: Reader, sentence: string, laters: readonly Later[]): Card {
  return { elements: [text(sentence), { type: 'buttons', buttons: laterButtons(reader, laters) }] };
}

/** What someone asked to be reminded of, with "We checked in" for each buddy. */
export function reminderCard(
  reader: Reader,
  { questions, pairs, checkedIn }: Pick<Monday, 'questions' | 'pairs' | 'checkedIn'>,
): Card {
  const words = wordsFor(reader);
  const open = pairs.filter((pair) => !isDone(pair, { questions, checkedIn }));
  const checkIns: readonly Element[] = open.map((pair) => ({
    type: 'buttons',
    buttons: [acknowledgeButton(reader, pair, questions.week)],
  }));
  return {
    elements: [
      strong(words.asked),
      { type: 'questions', ...askedIn(questions, reader.language) },
      ...checkIns,
      { type: 'buttons', buttons: [{ id: 'checkins.status', label: words.myBuddies }] },
    ],
  };
}
