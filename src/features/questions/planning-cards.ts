import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { AskedBefore } from './asked-before.ts';
import { askedIn } from './asked-in.ts';
import { questionElements } from './cards.ts';
import { allWeeksButton, beforeElements, postButton } from './planning-parts.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** `questions.admin`: what is planned, and everything that can be done about it. */
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
