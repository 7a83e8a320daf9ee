import type { LaunchSection, LaunchWords } from '../../content/launch.ts';
import { htmlPage } from '../../system/html-page.ts';
import { type FillIn, filledIn, paragraph } from './filled-in.ts';
import { textStyle } from './styles.ts';
import { wordsFor } from './words.ts';

/** A text to read, send or say, on as many pages as it needs. */
export function textPage({ title, use, sections }: LaunchWords, fillIn: FillIn): string {
  return htmlPage({
    language: fillIn.language,
    title,
    style: textStyle,
    body: [
      '<main>',
      `<h1>${filledIn(title, fillIn)}</h1>`,
      `<p class="use">${filledIn(use, fillIn)}</p>`,
      ...sections.map((one) => section(one, fillIn)),
      '</main>',
    ],
  });
}

function section({ heading, paragraphs, notes }: LaunchSection, fillIn: FillIn): string {
  return [
    `<section><h2>${filledIn(heading, fillIn)}</h2>`,
    ...paragraphs.map((one) => paragraph(one, fillIn)),
    ...(notes.length === 0 ? [] : [aside(notes, fillIn)]),
    '</section>',
  ].join('\n');
}

function aside(notes: readonly string[], fillIn: FillIn): string {
  const { notes: heading } = wordsFor(fillIn);
  return `<aside><h3>${heading}</h3>${notes.map((one) => paragraph(one, fillIn)).join('\n')}</aside>`;
}
