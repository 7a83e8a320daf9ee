import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Field, Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { BankSet } from '../../content/content.ts';
import { questionMaxLength } from '../../content/shapes.ts';
import type { WeekQuestions } from './store.ts';
import { wordsFor } from './words.ts';

interface Planned {
  readonly planned: WeekQuestions;
  readonly bank: BankSet;
}

/** `planned` is what the week that the form begins with asks so far, `bank` what the bank has for it. */
export function postForm(
  reader: Reader,
  { weeks, planned, bank }: { readonly weeks: readonly IsoWeek[] } & Planned,
): Form {
  const words = wordsFor(reader);
  return {
    id: 'questions.post',
    title: words.post.title,
    intro: words.post.intro,
    submit: words.post.submit,
    fields: [
      {
        type: 'choice',
        id: 'week',
        label: words.post.week,
        initial: planned.week,
        options: weeks.map((week) => ({ value: week, label: words.weekLabel(week) })),
      },
      questionField(reader, 'first', { planned, bank }),
      questionField(reader, 'second', { planned, bank }),
      {
        type: 'text',
        id: 'note',
        label: words.post.note,
        hint: words.post.noteHint,
        optional: true,
        initial: planned.note,
        maxLength: questionMaxLength,
        lines: 'several',
      },
    ],
  };
}

/** What was posted before stands in the field; what the bank has only below it, so that nobody posts it by mistake. */
function questionField(reader: Reader, id: 'first' | 'second', { planned, bank }: Planned): Field {
  const words = wordsFor(reader);
  const field = {
    type: 'text',
    id,
    label: words.post[id],
    maxLength: questionMaxLength,
    lines: 'several',
  } as const;
  if (planned.source === 'posted') return { ...field, initial: planned[id] };
  return { ...field, hint: words.post.inTheBank(planned.week, bank[id]) };
}

/** `planned` are the weeks to pick from, `initial` the one that is picked at first. */
export function skipForm(reader: Reader, planned: readonly WeekQuestions[], initial: IsoWeek): Form {
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
        initial,
        options: planned.map(({ week, source }) => ({
          value: week,
          label: source === 'none' ? words.skip.weekWithout(week) : words.weekLabel(week),
        })),
      },
      {
        type: 'choice',
        id: 'nudge',
        label: words.skip.what,
        initial: 'none',
        options: [
          { value: 'none', label: words.skip.none },
          { value: 'ask', label: words.skip.ask },
        ],
      },
    ],
  };
}
