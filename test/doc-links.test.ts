import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
/** The dossier's pages lead to files that are written beside them: test/dossier/written.test.ts. */
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).filter(
  (path) => !path.startsWith('docs/dossier/'),
);

/** Without what stands in blocks, where a `#` begins a comment and brackets are somebody's code. */
const prose = (path: string): string =>
  readFileSync(join(root, path), 'utf8').replaceAll(/^ *```[\s\S]*?^ *```/gm, '');

/** What a heading is called in an address, as GitHub, GitLab and Gitea make it. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (path: string): readonly string[] =>
  [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Where a link of a document leads that leads nowhere. */
function deadLinks(document: string): string[] {
  const links = [...prose(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const path = file === '' ? document : normalize(join(dirname(document), file));
    if (!existsSync(join(root, path))) return true;
    return anchor !== undefined && !anchorsOf(path).includes(anchor);
  });
}

test('every link between our documents leads to a file, and to a heading where it names one', () => {
  expect(documents.length).toBeGreaterThan(20);
  const dead = documents.map((document) => [document, deadLinks(document)] as const);
  expect(dead.filter(([, links]) => links.length > 0)).toEqual([]);
});

test('what other files say of a section of the manual is there', () => {
  const named = globSync(['compose.yaml', 'src/**/*.ts', 'adapters/**/*.ts', 'docs/deploy/*'], { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .flatMap((text) => [...text.matchAll(/docs\/(\w+\.md)(?:#([\w-]+)|, "([^"]+)")/g)]);
  expect(named.length).toBeGreaterThan(3);
  const missing = named.filter(
    ([, file = '', anchor, heading = '']) =>
      !anchorsOf(join('docs', file)).includes(anchor ?? anchorOf(heading)),
  );
  expect(missing.map(([found]) => found)).toEqual([]);
});
