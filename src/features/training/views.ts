import { sayDateOf } from '../../calendar/hospital-day.ts';
import type { Button, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { pageElements } from '../pages/page-elements.ts';
import type { Page } from '../pages/rules.ts';
import { refresherOn } from '../supporters/rules.ts';
import type { Supporter } from '../supporters/store.ts';
import { wordsFor } from './words.ts';

interface Training {
  readonly page: Page<Supporter>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Directors and their deputies: they invite, and take someone off the roster. */
  readonly mayInvite: boolean;
  /** What has just been done. */
  readonly said: string | null;
}

/** Every supporter with their training. How often they've been asked stands nowhere here. */
export function trainingView(reader: Reader, { page, today, mayInvite, said }: Training): View {
  const words = wordsFor(reader).trained;
  return {
    id: 'support.trained',
    title: words.title,
    elements: [
      ...(said === null ? [] : [strong(said)]),
      text(page.entries.length === 0 ? words.nobody : words.intro),
      ...page.entries.flatMap((one) => supporterElements(reader, one, { today, mayInvite })),
      ...pageElements(reader, page, (number) => `support.trained:page/${number}`),
      { type: 'divider' },
      { type: 'buttons', buttons: moreButtons(reader, mayInvite) },
    ],
    fields: [],
    submit: null,
  };
}

function moreButtons(reader: Reader, mayInvite: boolean): readonly Button[] {
  const words = wordsFor(reader).trained;
  const nominations = { id: 'support.nominations', label: words.nominations, opens: 'view' } as const;
  return [
    ...(mayInvite ? [nominations] : []),
    { id: 'support.settings', label: words.settings, opens: 'view' },
  ];
}

function supporterElements(
  reader: Reader,
  supporter: Supporter,
  { today, mayInvite }: Pick<Training, 'today' | 'mayInvite'>,
): readonly Element[] {
  const words = wordsFor(reader).trained;
  const { id, name } = supporter;
  const buttons: readonly Button[] = [
    { id: `support.trained:${id}`, label: words.note, spoken: words.noteOf(name), opens: 'view' },
    ...(mayInvite
      ? [{ id: `support.remove:${id}`, label: words.remove, spoken: words.removeOne(name) } as const]
      : []),
  ];
  return [strong(name), quiet(sayTraining(reader, supporter, today)), { type: 'buttons', buttons }];
}

function sayTraining(reader: Reader, { trainedOn }: Supporter, today: string): string {
  const words = wordsFor(reader).trained;
  if (trainedOn === null) return words.never;
  const refresher = refresherOn(trainedOn);
  const day = sayDateOf(trainedOn, reader);
  return refresher <= today ? words.due(day) : words.on(day, sayDateOf(refresher, reader));
}

/** The day on which one of them was trained. */
export function trainedOnView(reader: Reader, { id, name }: Supporter, today: string): View {
  const words = wordsFor(reader).trained;
  return {
    id: `support.trained:${id}`,
    title: words.note,
    elements: [strong(name)],
    fields: [{ type: 'day', id: 'day', label: words.day, initial: today }],
    submit: words.submit,
  };
}
