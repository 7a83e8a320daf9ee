import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import type { Actor } from '../../people/actor.ts';
import type { AskedBefore } from './asked-before.ts';
import { askedIn } from './asked-in.ts';
import type { Deeper } from './deeper.ts';
import type { WeekQuestions } from './store.ts';
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

/** What someone who plans wants to know of questions that come close to earlier ones. */
function beforeElements(reader: Reader, before: readonly AskedBefore[]): readonly Element[] {
  const words = wordsFor(reader);
  return before.map(({ week, question }) => text(words.askedBefore(words.weekLabel(week), question)));
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

function postButton(reader: Reader): Button {
  return { id: 'questions.post', label: wordsFor(reader).admin.post, style: 'primary' };
}

function allWeeksButton(reader: Reader): Button {
  return { id: 'questions.admin', label: wordsFor(reader).admin.all };
}

/** `/buddy admin`: what is planned, and everything that can be done about it. */
export function adminCard(
  reader: Reader,
  {
    planned,
    toEdit,
    next,
  }: {
    readonly planned: readonly WeekQuestions[];
    readonly toEdit: readonly WeekQuestions[];
    readonly next: IsoWeek;
  },
): Card {
  const words = wordsFor(reader);
  return {
    heading: words.admin.heading,
    elements: [
      text(words.admin.howItWorks),
      { type: 'table', columns: words.admin.columns, rows: planned.map((one) => planRow(reader, one)) },
      {
        type: 'buttons',
        buttons: [
          postButton(reader),
          { id: `questions.preview:${next}`, label: words.admin.sendMeNext },
          { id: 'questions.skip', label: words.admin.skip },
        ],
      },
      {
        type: 'buttons',
        buttons: [
          { id: 'questions.import', label: words.admin.import, opens: 'view' },
          { id: 'questions.move', label: words.admin.move },
          { id: 'questions.holidays', label: words.admin.holidays },
        ],
      },
      {
        type: 'choice',
        id: 'questions.post:pick',
        label: words.admin.editWeek,
        options: toEdit.map((one) => ({ value: one.week, label: words.weekAsItStands(one) })),
      },
      ...backToBank(reader, toEdit),
    ],
  };
}

function backToBank(reader: Reader, weeks: readonly WeekQuestions[]): readonly Element[] {
  const words = wordsFor(reader);
  const posted = weeks.filter(({ source }) => source === 'posted');
  if (posted.length === 0) return [];
  const options = posted.map((one) => ({ value: one.week, label: words.weekAsItStands(one) }));
  return [{ type: 'choice', id: 'questions.bank:pick', label: words.post.backToBank, options }];
}

function planRow(reader: Reader, questions: WeekQuestions): readonly string[] {
  const words = wordsFor(reader);
  const { week, source, frozenAt } = questions;
  const isOut = frozenAt !== null && source !== 'none';
  const { first } = askedIn(questions, reader.language);
  return [
    `${words.dayAndMonth(week)} (${week})`,
    isOut ? words.admin.alreadyOut : words.admin.source[source],
    first,
  ];
}

/** `entry` is how IT would name the reader. */
export function notAdministratorCard(reader: Reader, entry: string): Card {
  const words = wordsFor(reader);
  return { elements: [text(words.admin.notYou), quiet(words.admin.yourEntry(entry))] };
}

/** After posting: the questions as they will stand there. `bringsBack`: the week was planned without a nudge. */
export function savedCard(
  reader: Reader,
  questions: WeekQuestions,
  { bringsBack, before }: { readonly bringsBack: boolean; readonly before: readonly AskedBefore[] },
): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      strong(words.post.saved(words.weekLabel(questions.week))),
      ...(bringsBack ? [text(words.post.bringsBack)] : []),
      ...questionElements(reader, questions),
      ...beforeElements(reader, before),
      {
        type: 'buttons',
        buttons: [
          { id: `questions.preview:${questions.week}`, label: words.post.sendMe },
          { id: `questions.post:${questions.week}`, label: words.post.edit },
          { id: `questions.bank:${questions.week}`, label: words.post.backToBank },
        ],
      },
      quiet(words.post.canStillChange),
    ],
  };
}

/** The button "Edit" of a week that can no longer be changed. */
export function cannotEditCard(reader: Reader, sentence: string): Card {
  return { elements: [text(sentence), { type: 'buttons', buttons: [postButton(reader)] }] };
}

/** After deciding about a week's nudge. */
export function skippedCard(reader: Reader, week: IsoWeek, hasNudge: boolean): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(hasNudge ? words.skip.asUsual(words.weekLabel(week)) : words.skip.noNudge(words.weekLabel(week))),
      {
        type: 'buttons',
        buttons: [{ id: 'questions.skip', label: words.skip.again }, allWeeksButton(reader)],
      },
    ],
  };
}

/** After a move: what both weeks ask now. */
export function movedCard(reader: Reader, weeks: readonly WeekQuestions[]): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      ...weeks.flatMap((one) => [
        strong(words.move.nowAsks(words.weekLabel(one.week))),
        ...questionElements(reader, one),
      ]),
      {
        type: 'buttons',
        buttons: [{ id: 'questions.move', label: words.move.again }, allWeeksButton(reader)],
      },
    ],
  };
}

/** The year's weeks without a nudge, as they are now. */
export function holidaysCard(reader: Reader, weeks: readonly IsoWeek[]): Card {
  const words = wordsFor(reader);
  const said = weeks.length === 0 ? words.holidays.none : words.holidays.are(weeks.map(words.weekLabel));
  const change: Button = { id: 'questions.holidays', label: words.holidays.change };
  return { elements: [text(said), { type: 'buttons', buttons: [change, allWeeksButton(reader)] }] };
}
