import type { Language } from '../../chat/language.ts';
import { escapeHtml, htmlPage } from '../../system/html-page.ts';
import { type Answer, answersTo } from './answers.ts';
import type { Chart, Picture, Table } from './chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { sayWeekOfYear } from './periods.ts';
import { picturesOf } from './pictures.ts';
import type { Released } from './read.ts';
import { reportStyle } from './style.ts';
import { wordsFor } from './words.ts';

/**
 * The report for those who lead a hospital: one page to read at a glance, and the tables after it. It has no script, and
 * asks no other host. Loads what draws pictures: only what makes a report imports it.
 */
export function reportPage(language: Language, released: Released): string {
  const reader = { language };
  const words = wordsFor(reader);
  const pictures = picturesOf(reader, released);
  const latest = released.figures.week.at(-1);
  const upTo = latest === undefined ? words.nothingYet : words.upTo(sayWeekOfYear(reader, latest.period));
  return htmlPage({
    language,
    title: words.title,
    style: reportStyle,
    body: [
      '<main>',
      `<header><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(upTo)}</p></header>`,
      section(words.answersHeading, 'answers', answersTo(reader, released).map(answer)),
      section(words.picturesHeading, 'pictures', [
        ...pictures.map((one, index) => picture(one, words.table(index + 1))),
        whatIsWithheld(words.whatIsWithheld, released.smallest),
      ]),
      `<section class="tables"><h2>${escapeHtml(words.tablesHeading)}</h2>`,
      ...pictures.map(({ id, title, table: numbers }, index) =>
        numbers.rows.length === 0 ? '' : table(id, words.tableOf(index + 1, title), numbers),
      ),
      '</section>',
      '</main>',
    ],
  });
}

/** Its heading is for those who listen; the eye sees what it is. */
function section(heading: string, look: string, parts: readonly string[]): string {
  return `<section class="${look}"><h2 class="heard">${escapeHtml(heading)}</h2>${parts.join('\n')}</section>`;
}

function answer({ question, answer: said, said: sentence }: Answer): string {
  return `<div class="answer"><h3>${escapeHtml(question)}</h3><p class="large">${escapeHtml(said)}</p><p>${escapeHtml(sentence)}</p></div>`;
}

function picture({ id, title, reading, chart, notes, table: { rows } }: Picture, tableName: string): string {
  const said = chart === null ? '' : notes.map((note) => escapeHtml(note)).join('<br>');
  const link = rows.length === 0 ? '' : ` <a href="#${id}">${escapeHtml(tableName)}</a>`;
  return [
    `<article class="picture"><h3>${escapeHtml(title)}</h3>`,
    `<p class="reading">${escapeHtml(reading)}</p>`,
    ...(chart === null ? [] : [draw(chart, `${title}. ${reading}`)]),
    `<p class="notes">${said}${link}</p>`,
    '</article>',
  ].join('\n');
}

function draw(chart: Chart, said: string): string {
  switch (chart.type) {
    case 'bars':
      return drawBars(chart, said);
    case 'lines':
      return drawLines(chart, said);
  }
}

function whatIsWithheld(
  { heading, lines }: { readonly heading: string; readonly lines: (smallest: number) => readonly string[] },
  smallest: number,
): string {
  const said = lines(smallest).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<article class="picture withheld"><h3>${escapeHtml(heading)}</h3><ul>${said.join('')}</ul></article>`;
}

function table(id: string, caption: string, { columns, rows }: Table): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(([first = '', ...others]) => {
    const cells = others.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  return `<table id="${id}"><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}
