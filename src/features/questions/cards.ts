import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import type { Actor } from '../../people/actor.ts';
import type { AskedBefore } from './asked-before.ts';
import { askedIn } from './asked-in.ts';
import type { Deeper } from './deeper.ts';
import { allWeeksButton, beforeElements, postButton } from './planning-parts.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** A week's note, if it has one, and its two questions in the reader's language. */
export function questionElements(reader: Reader, questions: WeekQuestions): readonly Element[] {
  const note = questions.note === '' ? [] : [text(questions.note)];
  return [...note, { type: 'questions', ...askedIn(questions, reader.language) }];
}

/** Monday's message, whatever stands in it for the buddies of the one who reads it. */
export function weeklyCard(
  reader: Reader,
  content: {
    readonly heading: string;
    readonly questions: WeekQuestions;
    readonly buddyElements: readonly Element[];
    readonly laterButtons: readonly Button[];
  },
): Card {
  const words = wordsFor(reader);
  const later: readonly Element[] =
    content.laterButtons.length === 0
      ? []
      : [quiet(words.weekly.notNow), { type: 'buttons', buttons: content.laterButtons }];
  return {
    heading: content.heading,
    elements: [
      ...questionElements(reader, content.questions),
      text(words.weekly.answer),
      ...deeperElements(reader, content.questions.deeper),
      ...content.buddyElements,
      ...later,
      quiet(words.weekly.neverSees),
      { type: 'buttons', buttons: [{ id: 'resources.show', label: words.weekly.support }] },
    ],
  };
}

/** What the week has for those with more time. Nothing to press but a guide, and nothing that's asked about later. */
function deeperElements(reader: Reader, deeper: Deeper | null): readonly Element[] {
  if (deeper === null) return [];
  const { weekly } = wordsFor(reader);
  if (deeper.type === 'question')
    return [quiet(weekly.halfAnHour), text(saidIn(deeper.words, reader.language))];
  const guide: Button = { id: 'resources.guide:longer', label: weekly.howToLong };
  return [text(weekly.long), { type: 'buttons', buttons: [guide] }];
}

/** Monday's message as an administrator gets it beforehand: it looks the same, and its buttons do nothing. */
export function previewCard(reader: Reader, questions: WeekQuestions, before: readonly AskedBefore[]): Card {
  const words = wordsFor(reader);
  const checkedIn: Button = {
    id: 'questions.preview:button',
    label: words.preview.weCheckedIn,
    style: 'primary',
  };
  const card = weeklyCard(reader, {
    questions,
    heading: words.preview.heading,
    buddyElements: [text(words.preview.buddy), { type: 'buttons', buttons: [checkedIn] }],
    laterButtons: words.preview.later.map((label, index) => ({
      id: `questions.preview:button-${index + 1}`,
      label,
    })),
  });
  return {
    ...card,
    elements: [
      ...card.elements,
      ...beforeElements(reader, before),
      quiet(words.preview.isPreview(words.weekLabel(questions.week))),
    ],
  };
}

/** `/buddy questions`, for everyone. */
export function thisWeekCard(
  { reader, roles }: Pick<Actor, 'reader' | 'roles'>,
  questions: WeekQuestions,
): Card {
  const words = wordsFor(reader);
  const buttons: readonly Element[] =
    roles.has('administrator') || roles.has('editor')
      ? [{ type: 'buttons', buttons: [postButton(reader), allWeeksButton(reader)] }]
      : [];
  if (questions.source === 'none') {
    return { heading: words.show.thisWeek, elements: [text(words.show.noNudge), ...buttons] };
  }
  const isOut = quiet(questions.frozenAt === null ? words.show.notOutYet : words.show.areOut);
  return {
    heading: words.weekly.heading,
    elements: [...questionElements(reader, questions), isOut, ...buttons],
  };
}
