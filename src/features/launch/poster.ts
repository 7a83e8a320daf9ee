import { saidIn } from '../../content/languages.ts';
import type { LaunchWords } from '../../content/launch.ts';
import type { Resource } from '../../content/resources.ts';
import { escapeHtml, htmlPage } from '../../system/html-page.ts';
import { type FillIn, filledIn, paragraph } from './filled-in.ts';
import { qrCode } from './qr-code.ts';
import { cardStyle, posterStyle } from './styles.ts';
import { typed } from './way-in.ts';
import { wordsFor } from './words.ts';

/** As many as fit on Letter and on A4, two by four. */
const cardsOnAPage = 8;

/** The first of the crisis lines; all of them are in chat. */
const linesOnASign = 2;

/** One page for the wall. `crisis` has the lines for an emergency. */
export function poster(text: LaunchWords, fillIn: FillIn, crisis: readonly Resource[]): string {
  const lines = emergencies(crisis, fillIn).map(({ name, reach }) => `${reach} (${name})`);
  const body = ['<main class="poster">', ...sign(text, fillIn, lines), '</main>'];
  return htmlPage({ language: fillIn.language, title: text.title, style: posterStyle, body });
}

/** A page of cards to cut out, each as large as a badge. */
export function badgeCards(text: LaunchWords, fillIn: FillIn, crisis: readonly Resource[]): string {
  const lines = emergencies(crisis, fillIn).map(({ reach }) => reach);
  const card = ['<article class="card">', ...sign(text, fillIn, lines), '</article>'].join('\n');
  const body = ['<main class="cards">', ...Array.from({ length: cardsOnAPage }, () => card), '</main>'];
  return htmlPage({ language: fillIn.language, title: text.title, style: cardStyle, body });
}

/** `lines` are HTML already. */
function sign({ sections }: LaunchWords, fillIn: FillIn, lines: readonly string[]): readonly string[] {
  const { language, wayIn } = fillIn;
  const words = wordsFor(fillIn);
  return [
    ...sections.map(({ heading, paragraphs }) =>
      [
        `<section><h1>${filledIn(heading, fillIn)}</h1>`,
        ...paragraphs.map((one) => paragraph(one, fillIn)),
        '</section>',
      ].join('\n'),
    ),
    '<div class="in">',
    ...(wayIn.link === null ? [] : [qrCode(wayIn.link, words.scan)]),
    '<ul class="open">',
    ...typed(wayIn.platforms, language).map((one) => `<li>${escapeHtml(one)}</li>`),
    '</ul></div>',
    `<footer>${escapeHtml(words.notMonitored)} ${lines.join(' · ')}</footer>`,
  ];
}

function emergencies(crisis: readonly Resource[], { language }: FillIn) {
  return crisis.slice(0, linesOnASign).map(({ words }) => {
    const { name, reach } = saidIn(words, language);
    return { name: escapeHtml(name), reach: `<b>${escapeHtml(reach[0] ?? '')}</b>` };
  });
}
