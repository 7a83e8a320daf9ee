import { sayDateOf } from '../../calendar/hospital-day.ts';
import { sayDate } from '../../calendar/say.ts';
import { plainWords } from '../../chat/fallback-text.ts';
import { type Language, languages } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Hospital } from '../../config/hospital.ts';
import type { Content } from '../../content/content.ts';
import { saidIn } from '../../content/languages.ts';
import type { Resource } from '../../content/resources.ts';
import { escapeHtml, htmlPage } from '../../system/html-page.ts';
import type { Part } from '../supporters/rules.ts';
import { shownSaid } from '../supporters/said.ts';
import type { Supporter } from '../supporters/store.ts';
import { printStyle } from './print-style.ts';
import { wordsFor } from './words.ts';

interface Printed {
  readonly supporters: readonly Supporter[];
  readonly content: Pick<Content, 'resources' | 'support'>;
  readonly hospital: Pick<Hospital, 'timeZone' | 'platforms'>;
  readonly now: number;
}

/** What stands on the wall beside a name and how to reach them, where they show it to everyone. Never a photo. */
const partsOnTheWall: readonly Part[] = ['profession', 'specialty', 'unit', 'languages', 'hours'];

/** The roster as one HTML page that asks no other host: a sheet in each language. Who's still in training isn't on it. */
export function printedRoster(printed: Printed): string {
  const { title } = wordsFor({ language: 'en' }).printed;
  const trained = printed.supporters.filter(({ trainedOn }) => trainedOn !== null);
  const sheets = languages.map((language) => sheet({ ...printed, supporters: trained }, language));
  return htmlPage({ language: 'en', title, style: printStyle, body: sheets });
}

function sheet({ supporters, content, hospital, now }: Printed, language: Language): string {
  const reader: Reader = { language, timeZone: hospital.timeZone, hours: 12, platform: 'playground' };
  const words = wordsFor(reader).printed;
  const people = supporters.map((one) => person(reader, content, one));
  const lines = content.resources;
  return [
    `<article lang="${language}">`,
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p class="intro">${escapeHtml(words.intro)}</p>`,
    people.length === 0
      ? `<p>${escapeHtml(words.nobody)}</p>`
      : `<ul class="people">${people.join('\n')}</ul>`,
    '<footer>',
    `<section><h2>${escapeHtml(words.howToAsk)}</h2>`,
    ...hospital.platforms.map((platform) => `<p>${escapeHtml(words[platform])}</p>`),
    `<p>${escapeHtml(words.orSay)}</p></section>`,
    `<section><h2>${escapeHtml(words.lines)}</h2><ul>${lines.map((one) => line(reader, one)).join('\n')}</ul></section>`,
    `<p class="small">${escapeHtml([...checked(reader, lines), words.printed(sayDate(now, reader))].join(' '))}</p>`,
    '</footer>',
    '</article>',
  ].join('\n');
}

function person(reader: Reader, { support }: Printed['content'], supporter: Supporter): string {
  const said = new Map(shownSaid(reader, support.choices, supporter));
  const about = partsOnTheWall.flatMap((part) => plainWords(said.get(part) ?? '') || []).join(' · ');
  const contact = plainWords(said.get('contact') ?? '');
  return [
    `<li><strong>${escapeHtml(supporter.name)}</strong>`,
    ...(about === '' ? [] : [`<span>${escapeHtml(about)}</span>`]),
    ...(contact === '' ? [] : [`<span class="contact">${escapeHtml(contact)}</span>`]),
    '</li>',
  ].join('');
}

function line(reader: Reader, resource: Resource): string {
  const { name, reach } = saidIn(resource.words, reader.language);
  return `<li><strong>${escapeHtml(name)}</strong> ${escapeHtml(reach[0] ?? '')}</li>`;
}

/** The day of the line that nobody has looked at for longest. */
function checked(reader: Reader, lines: readonly Resource[]): readonly string[] {
  const [oldest] = lines.map(({ last_verified }) => last_verified).sort();
  return oldest === undefined ? [] : [wordsFor(reader).printed.checked(sayDateOf(oldest, reader))];
}
