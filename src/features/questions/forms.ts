import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Field, Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { BankSet } from '../../content/bank.ts';
import { saidIn } from '../../content/languages.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/**
 * More than a question may have, so that nothing is cut in silence on its way here: what's too long is said at its field.
 * Slack takes no more: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
 */
export const mostTyped = 3_000;

export interface Posting {
  /** The weeks to pick from, as they stand. */
  readonly weeks: readonly WeekQuestions[];
  /** The one that's picked at first, and what the bank has for it. */
  readonly planned: WeekQuestions;
  readonly bank: BankSet;
  /** The form is opened to change this very week: what stands there may be replaced. */
  readonly edits: IsoWeek | null;
}

export function postForm(reader: Reader, { weeks, planned, bank, edits }: Posting): Form {
  const words = wordsFor(reader);
  const options = weeks.map((one) => ({ value: one.week, label: words.weekAsItStands(one) }));
  return {
    id: edits === null ? 'questions.post' : `questions.post:${edits}`,
    title: words.post.title,
    intro: words.post.intro,
    submit: words.post.submit,
    fields: [
      { type: 'choice', id: 'week', label: words.post.week, initial: planned.week, options },
      questionField(reader, 'first', { planned, bank }),
      questionField(reader, 'second', { planned, bank }),
      spanishField(reader, 'first', planned),
      spanishField(reader, 'second', planned),
      {
        type: 'text',
        id: 'note',
        label: words.post.note,
        hint: words.post.noteHint,
        optional: true,
        initial: planned.note,
        maxLength: mostTyped,
        lines: 'several',
      },
      {
        type: 'choice',
        id: 'replace',
        label: words.post.replace,
        hint: words.post.replaceHint,
        optional: true,
        options: [{ value: 'yes', label: words.post.replaceYes }],
      },
    ],
  };
}

/** What was posted before stands in the field; what the bank has only below it, so that nobody posts it by mistake. */
function questionField(
  reader: Reader,
  id: 'first' | 'second',
  { planned, bank }: Pick<Posting, 'planned' | 'bank'>,
): Field {
  const words = wordsFor(reader);
  const field = { type: 'text', id, label: words.post[id], maxLength: mostTyped, lines: 'several' } as const;
  if (planned.source === 'posted') return { ...field, initial: planned[id] };
  return {
    ...field,
    hint: words.post.inTheBank(words.dayAndMonth(planned.week), saidIn(bank.words, reader.language)[id]),
  };
}

function spanishField(
  reader: Reader,
  which: 'first' | 'second',
  { source, inSpanish }: WeekQuestions,
): Field {
  const { post } = wordsFor(reader);
  const id = `${which}InSpanish` as const;
  return {
    ...{ type: 'text', id, label: post[id], optional: true, maxLength: mostTyped, lines: 'several' },
    ...(which === 'first' ? { hint: post.withoutSpanish } : {}),
    ...(source === 'posted' && inSpanish !== null ? { initial: inSpanish[which] } : {}),
  };
}

/** Nothing is chosen at first: a week is never skipped by a form that was only looked at. */
export function skipForm(reader: Reader, weeks: readonly WeekQuestions[]): Form {
  const words = wordsFor(reader);
  return {
    id: 'questions.skip',
    title: words.skip.title,
    intro: words.skip.intro,
    submit: words.skip.submit,
    fields: [
      {
        type: 'choice',
        id: 'week',
        label: words.skip.week,
        options: weeks.map((one) => ({ value: one.week, label: words.weekAsItStands(one) })),
      },
      {
        type: 'choice',
        id: 'nudge',
        label: words.skip.what,
        options: [
          { value: 'none', label: words.skip.none },
          { value: 'ask', label: words.skip.ask },
        ],
      },
    ],
  };
}

/** Nothing is chosen at first: nothing moves by a form that was only looked at. */
export function moveForm(reader: Reader, weeks: readonly WeekQuestions[]): Form {
  const words = wordsFor(reader);
  const options = weeks.map((one) => ({ value: one.week, label: words.weekAsItStands(one) }));
  const field = (id: 'week' | 'to'): Field => ({ type: 'choice', id, label: words.move[id], options });
  return {
    id: 'questions.move',
    title: words.move.title,
    intro: words.move.intro,
    submit: words.move.submit,
    fields: [field('week'), field('to')],
  };
}

/** The hospital's weeks without a nudge, as they stand. */
export function holidaysForm(reader: Reader, weeks: readonly WeekQuestions[]): Form {
  const words = wordsFor(reader);
  return {
    id: 'questions.holidays',
    title: words.holidays.title,
    intro: words.holidays.intro,
    submit: words.holidays.submit,
    fields: [
      {
        type: 'choices',
        id: 'weeks',
        label: words.holidays.weeks,
        optional: true,
        initial: withoutNudge(weeks),
        options: weeks.map(({ week }) => ({ value: week, label: words.weekLabel(week) })),
      },
    ],
  };
}

export function withoutNudge(weeks: readonly WeekQuestions[]): readonly IsoWeek[] {
  return weeks.filter(({ source }) => source === 'none').map(({ week }) => week);
}
