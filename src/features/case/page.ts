import type { Language } from '../../chat/language.ts';
import { escapeHtml, htmlPage } from '../../system/html-page.ts';
import type { Numbers } from './reckon.ts';
import { script } from './script.ts';
import { replacing, type Source, sources } from './sources.ts';
import { caseStyle } from './style.ts';
import { wordsFor } from './words.ts';

const groups: Readonly<Record<'hospital' | 'program' | 'guess', readonly (keyof Numbers)[]>> = {
  hospital: ['clinicians', 'turnover', 'replacingLow', 'replacingHigh'],
  program: ['directorHours', 'directorHour', 'members', 'minutes', 'memberHour', 'other'],
  guess: ['preventedLow', 'preventedHigh'],
};

/** What was published, and where a guess begins. A hospital's own numbers are never filled in: they'd look like ours. */
const filledIn: Readonly<Partial<Record<keyof Numbers, number>>> = {
  replacingLow: replacing.nurses.low,
  replacingHigh: replacing.nurses.high,
  preventedLow: 0,
  preventedHigh: 5,
};

const results = ['departures', 'turnoverCost', 'programCost', 'breakEven', 'left'] as const;

/** The page in which a hospital reckons with its own numbers. It works without a network, asks no other host and keeps nothing. */
export function casePage(language: Language): string {
  const words = wordsFor({ language });
  const { result } = words;
  return htmlPage({
    language,
    title: words.title,
    style: caseStyle,
    body: [
      '<main>',
      `<h1>${escapeHtml(words.title)}</h1><p class="intro">${escapeHtml(words.intro)}</p>`,
      `<form autocomplete="off">${(['hospital', 'program', 'guess'] as const).map((group) => fieldset(language, group)).join('\n')}</form>`,
      `<section class="result" aria-live="polite"><h2>${escapeHtml(result.heading)}</h2><p id="missing"></p><noscript><p>${escapeHtml(words.noScript)}</p></noscript>`,
      `<dl id="results" hidden>${results.map((name) => `<div><dt>${escapeHtml(result[name])}</dt><dd id="${name}"></dd></div>`).join('')}</dl></section>`,
      list(words.limitsHeading, words.limits),
      list(words.howHeading, words.how),
      `<section><h2>${escapeHtml(words.sourcesHeading)}</h2><ol class="sources">${(Object.keys(sources) as Source[]).map((name) => `<li>${escapeHtml(words.says[name])} <cite lang="en">${escapeHtml(sources[name])}</cite></li>`).join('\n')}</ol></section>`,
      '</main>',
      `<script>${script(language)}</script>`,
    ],
  });
}

function fieldset(language: Language, group: keyof typeof groups): string {
  const words = wordsFor({ language });
  const presets =
    group === 'hospital'
      ? `<p class="presets">${escapeHtml(words.presets.label)} ${(['nurses', 'physicians'] as const).map((name) => `<button type="button" name="${name}">${escapeHtml(words.presets[name])}</button>`).join(' ')}</p>`
      : '';
  const inputs = groups[group].map((name) => {
    const { label, hint } = words.fields[name];
    const value = filledIn[name] === undefined ? '' : ` value="${filledIn[name]}"`;
    return `<div class="field"><label for="${name}">${escapeHtml(label)}</label><input id="${name}" name="${name}" type="number" min="0" step="any" inputmode="decimal" aria-describedby="${name}-hint"${value}><p id="${name}-hint">${escapeHtml(hint)}</p></div>`;
  });
  return `<fieldset><legend>${escapeHtml(words.groups[group])}</legend><div class="fields">${inputs.join('\n')}</div>${presets}</fieldset>`;
}

function list(heading: string, lines: readonly string[]): string {
  return `<section><h2>${escapeHtml(heading)}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></section>`;
}
