import type { Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { SupportText } from '../../content/support.ts';
import { pageElements } from '../pages/page-elements.ts';
import { turnTo } from '../pages/rules.ts';
import { wordsFor } from './words.ts';

export function guidesView(reader: Reader, texts: readonly SupportText[], said: string | null): View {
  const words = wordsFor(reader).guide;
  return {
    id: 'support.guide',
    title: words.title,
    elements: [
      text(said ?? words.intro),
      {
        type: 'buttons',
        buttons: texts.map(({ id, words: written }) => ({
          id: `support.guide:${id}`,
          label: saidIn(written, reader.language).title,
        })),
      },
    ],
    fields: [],
    submit: null,
  };
}

/** A page of a long text: whole sections, as many as one reads without losing the place. */
export function guideView(reader: Reader, guide: SupportText, wanted: string | undefined): View {
  const words = wordsFor(reader).guide;
  const { title, sections } = saidIn(guide.words, reader.language);
  const page = turnTo(pagesOf(sections), wanted);
  return {
    id: `support.guide:${guide.id}`,
    title: words.title,
    elements: [
      strong(title),
      ...page.entries.flatMap(({ heading, paragraphs }): readonly Element[] => [
        { type: 'divider' },
        strong(heading),
        ...paragraphs.map(text),
      ]),
      ...pageElements(reader, page, (number) => `support.guide:${guide.id}/${number}`),
      { type: 'buttons', buttons: [{ id: 'support.guide', label: words.all }] },
    ],
    fields: [],
    submit: null,
  };
}

type Section = SupportText['words']['en']['sections'][number];

/** In letters: some screens of a phone. */
const mostOfAPage = 1800;

function pagesOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const pages: Section[][] = [];
  let length = 0;
  for (const section of sections) {
    const more = section.heading.length + section.paragraphs.join('').length;
    const page = pages.at(-1);
    if (page === undefined || length + more > mostOfAPage) {
      pages.push([section]);
      length = more;
    } else {
      page.push(section);
      length += more;
    }
  }
  return pages;
}
