import { marked } from 'marked';
import { escapeHtml, htmlPage } from '../../src/system/html-page.ts';
import { type Claim, heldTable } from './claims.ts';
import { pageStyle } from './style.ts';

/** A part of the dossier as it's written in docs/dossier/pages, and what's made of it. */
export interface Page {
  /** Without its ending. */
  readonly name: string;
  readonly title: string;
  readonly markdown: string;
  /** The claims on it. */
  readonly claims: readonly Claim[];
}

interface Filling {
  readonly claims: ReadonlyMap<string, Claim>;
  /** What stands in place of `{{name}}`. */
  readonly parts: ReadonlyMap<string, string>;
  readonly faults: string[];
}

/** A page with its generated parts, each `[[claim]]` said with a number, and below it the tests that hold them. */
export function filledPage(name: string, source: string, { claims, parts, faults }: Filling): Page {
  const said: Claim[] = [];
  const filled = source.replace(/\{\{([^}]+)\}\}/g, (_all, part: string) => {
    if (!parts.has(part))
      faults.push(`docs/dossier/pages/${name}.md asks for {{${part}}}, which nothing makes.`);
    return parts.get(part) ?? '';
  });
  const text = filled.replace(/\[\[([\w-]+)\]\]/g, (_all, id: string) => {
    const claim = claims.get(id);
    if (claim === undefined) {
      faults.push(`docs/dossier/pages/${name}.md makes the claim ${id}, which claims.yml hasn't.`);
      return '';
    }
    return sentence(claim, said);
  });
  const held = said.length === 0 ? '' : `\n## What holds this\n\n${heldTable(said)}\n`;
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  return { name, title, markdown: `${text.trimEnd()}\n${held}`, claims: said };
}

/** Said twice on a page, a claim has one number. */
function sentence(claim: Claim, said: Claim[]): string {
  if (claim.tests.length === 0) return `${claim.says} _(Not tested.)_`;
  const before = said.indexOf(claim);
  const number = before === -1 ? said.push(claim) : before + 1;
  return `${claim.says}<sup>[${number}](#held-${number})</sup>`;
}

/** The same to read in a browser and to print. `svg` takes the place of the picture of that name. */
export function pageHtml({ name, title, markdown }: Page, foot: string, svg: string): string {
  const body = String(marked.parse(markdown, { async: false }))
    .replace(/<p><img src="[^"]*\.svg"[^>]*><\/p>/, () => `<figure>${svg}</figure>`)
    .replace(/href="([\w-]+)\.md/g, 'href="$1.html')
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  const back = name === 'index' ? [] : ['<nav><a href="index.html">The security dossier</a></nav>'];
  return htmlPage({
    language: 'en',
    title: `${title} · Buddy`,
    style: pageStyle,
    body: [...back, '<main>', body, '</main>', `<footer>${escapeHtml(foot)}</footer>`],
  });
}
