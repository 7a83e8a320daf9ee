import { type Language, languages } from '../../chat/language.ts';
import type { Content } from '../../content/content.ts';
import { saidIn } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import { escapeHtml, htmlPage } from '../../system/html-page.ts';
import { type FillIn, filledIn } from './filled-in.ts';
import { badgeCards, poster } from './poster.ts';
import { textStyle } from './styles.ts';
import { textPage } from './text-page.ts';
import { wordsFor } from './words.ts';

/** A file of the kit; `name` is its place in the folder. */
export interface KitFile {
  readonly name: string;
  readonly html: string;
}

type Material = Pick<Content, 'launch' | 'resources'>;

/** Everything that makes Buddy known, in each language: pages that ask no other host, and one that leads to them. */
export function launchKit(content: Material, fillIn: Omit<FillIn, 'language'>): readonly KitFile[] {
  const pages = languages.flatMap((language) =>
    content.launch.map((text) => ({
      name: placeOf(text, language),
      html: page(text, content, { ...fillIn, language }),
    })),
  );
  return [{ name: 'index.html', html: contents(content.launch, fillIn) }, ...pages];
}

function placeOf({ id }: LaunchText, language: Language): string {
  return `${language}/${id}.html`;
}

function page({ id, words }: LaunchText, { resources }: Material, fillIn: FillIn): string {
  const text = saidIn(words, fillIn.language);
  const crisis = resources.filter(({ kind }) => kind === 'crisis');
  if (id === 'poster') return poster(text, fillIn, crisis);
  if (id === 'badge-card') return badgeCards(text, fillIn, crisis);
  return textPage(text, fillIn);
}

function contents(texts: readonly LaunchText[], fillIn: Omit<FillIn, 'language'>): string {
  const { kit } = wordsFor({ language: 'en' });
  const body = languages.map((language) => chapter(texts, { ...fillIn, language }));
  return htmlPage({ language: 'en', title: kit, style: textStyle, body: ['<main>', ...body, '</main>'] });
}

function chapter(texts: readonly LaunchText[], fillIn: FillIn): string {
  const { language } = fillIn;
  const entries = texts.map((text) => {
    const { title, use } = saidIn(text.words, language);
    return `<li><a href="${placeOf(text, language)}">${filledIn(title, fillIn)}</a> ${filledIn(use, fillIn)}</li>`;
  });
  const { kit } = wordsFor(fillIn);
  return `<section lang="${language}"><h1>${escapeHtml(kit)}</h1><ul>${entries.join('\n')}</ul></section>`;
}
