import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Button, Element } from '../../chat/card.ts';
import type { Field } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import type { AskedBefore } from './asked-before.ts';
import { mostTyped } from './forms.ts';
import type { PostedQuestions } from './rules.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** What was pasted, and where it begins. */
export interface PastedText {
  readonly from: IsoWeek | null;
  readonly text: string;
}

/** A week as it would be. */
export interface PreviewedWeek {
  readonly posted: PostedQuestions;
  /** The first question of what someone has posted for it, and would go; null where nothing would. */
  readonly replaces: string | null;
  readonly before: readonly AskedBefore[];
}

/** Questions of many weeks, still to be pasted. `weeks`: those to begin with. */
export function importView(reader: Reader, weeks: readonly WeekQuestions[], pasted: PastedText): View {
  const words = wordsFor(reader);
  return {
    id: 'questions.import',
    title: words.import.title,
    elements: [text(words.import.how)],
    fields: pasteFields(reader, weeks, pasted),
    submit: words.import.look,
  };
}

/** The same, with every week as it would be. `seen` stands for what's shown: sent in with it, nothing else is taken. */
export function importPreviewView(
  reader: Reader,
  weeks: readonly WeekQuestions[],
  { pasted, preview, seen }: { pasted: PastedText; preview: readonly PreviewedWeek[]; seen: string },
): View {
  const words = wordsFor(reader);
  return {
    id: `questions.import:${seen}`,
    title: words.import.title,
    elements: [
      text(words.import.wouldBe(preview.length)),
      ...preview.flatMap((one) => weekElements(reader, one)),
    ],
    fields: [
      {
        type: 'choice',
        id: 'sure',
        label: words.import.sure,
        hint: words.import.sureHint,
        optional: true,
        options: [{ value: 'yes', label: words.import.yes }],
      },
      ...pasteFields(reader, weeks, pasted),
    ],
    submit: words.import.submit,
  };
}

/** All are posted. */
export function importedView(reader: Reader, posted: readonly PostedQuestions[]): View {
  const words = wordsFor(reader);
  const weeks = posted.map(({ week }) => week);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const said =
    first === undefined || last === undefined
      ? ''
      : words.import.taken(weeks.length, words.weekLabel(first), words.weekLabel(last));
  const more: Button = { id: 'questions.import', label: words.import.more, opens: 'view' };
  return {
    id: 'questions.import',
    title: words.import.title,
    elements: [text(said), { type: 'buttons', buttons: [more] }],
    fields: [],
    submit: null,
  };
}

function pasteFields(
  reader: Reader,
  weeks: readonly WeekQuestions[],
  { from, text: typed }: PastedText,
): readonly Field[] {
  const words = wordsFor(reader);
  const options = weeks.map((one) => ({ value: one.week, label: words.weekAsItStands(one) }));
  const initial = weeks.some(({ week }) => week === from) ? from : weeks[0]?.week;
  return [
    {
      ...{ type: 'choice', id: 'from', label: words.import.from, hint: words.import.fromHint, options },
      ...(initial === undefined || initial === null ? {} : { initial }),
    },
    {
      ...{ type: 'text', id: 'text', label: words.import.text, hint: words.import.textHint },
      ...{ initial: typed.slice(0, mostTyped), maxLength: mostTyped, lines: 'several' },
    },
  ];
}

function weekElements(reader: Reader, { posted, replaces, before }: PreviewedWeek): readonly Element[] {
  const words = wordsFor(reader);
  const lines = [
    `1. ${posted.first}`,
    `2. ${posted.second}`,
    ...(replaces === null ? [] : [words.import.replaces(replaces)]),
    ...before.map(({ week }) => words.import.before(words.weekLabel(week))),
  ];
  return [strong(words.weekLabel(posted.week)), text(lines.join('\n'))];
}
