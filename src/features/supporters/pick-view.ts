import type { Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { pageElements } from '../pages/page-elements.ts';
import type { Page } from '../pages/rules.ts';
import type { Supporter } from './store.ts';

interface Picking {
  /** What picking someone means; their id comes after the colon. */
  readonly intent: 'support.own' | 'support.practice';
  readonly title: string;
  readonly intro: readonly string[];
  readonly nobody: string;
  readonly label: (name: string) => string;
  readonly page: Page<Supporter>;
  readonly more: readonly Element[];
}

/** Supporters to pick one from. Not a list of a field: a program has more of them than a select of Slack has options. */
export function pickView(reader: Reader, picking: Picking): View {
  const { intent, title, intro, nobody, label, page, more } = picking;
  return {
    id: intent,
    title,
    elements: [
      ...(page.entries.length === 0 ? [text(nobody)] : intro.map(text)),
      ...page.entries.flatMap(({ id, name }): readonly Element[] => [
        strong(name),
        { type: 'buttons', buttons: [{ id: `${intent}:${id}`, label: label(name) }] },
      ]),
      ...pageElements(reader, page, (number) => `${intent}:page/${number}`),
      ...more,
    ],
    fields: [],
    submit: null,
  };
}

/** The page that's asked for by `page/2`. */
export function wantedPage(about: string): string | undefined {
  return about.startsWith('page/') ? about.slice('page/'.length) : undefined;
}
