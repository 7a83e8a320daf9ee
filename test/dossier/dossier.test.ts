import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { axeTags } from '../../scripts/dossier/accessibility.ts';
import { type Build, dossierOf } from '../../scripts/dossier/dossier.ts';
import { chromiumFlags, chromiumPath, howToMakeItRun } from '../browser/chromium.ts';

const root = join(import.meta.dirname, '../..');
const build: Build = {
  version: '1.2.3',
  commit: 'commit abc',
  day: '2026-11-30',
  materials: JSON.stringify({
    components: [{ name: '@some/package', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] }],
  }),
};

let folder: string;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-dossier-'));
  files = await dossierOf(root, build);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = (): readonly string[] => [...files.keys()].filter((name) => name.endsWith('.html'));

test('is the same each time, and has all that was asked for', async () => {
  expect(await dossierOf(root, build)).toEqual(files);
  expect(pages()).toHaveLength(13);
  for (const page of pages()) expect(files.has(page.replace('.html', '.md'))).toBe(true);
  const all = [...files.values()].join('\n');
  expect(all).not.toMatch(/\{\{|\[\[|undefined/);
  for (const said of ['`members`', '`chat:write`', 'bots: personal', 'planned the members', '@some/package'])
    expect(all).toContain(said);
});

test('each claim has a number that leads to its tests, on the same page', () => {
  for (const page of pages()) {
    const html = files.get(page) ?? '';
    const numbers = new Set([...html.matchAll(/href="#(held-\d+)"/g)].map(([, id]) => id));
    const anchors = [...html.matchAll(/<a id="(held-\d+)"/g)].map(([, id]) => id);
    expect([page, [...numbers].sort()]).toEqual([page, anchors.sort()]);
  }
});

test('it asks no other host, and every link leads to a file of it', () => {
  for (const page of pages()) {
    const html = files.get(page) ?? '';
    expect(html).not.toMatch(/<(script|link|img|iframe)\b|url\((?!#)/);
    for (const [, href = ''] of html.matchAll(/href="([^"#]+)/g))
      expect([page, files.has(href)]).toEqual([page, true]);
  }
});

if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

const inABrowser = chromiumPath === null ? test.skip : test;
inABrowser(
  'its pages are read without a barrier, on a screen and on paper',
  async () => {
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
    try {
      const page = await browser.newPage();
      for (const [media, width] of [
        ['screen', 1280],
        ['screen', 390],
        ['print', 700],
      ] as const) {
        await page.emulateMedia({ media });
        await page.setViewportSize({ width, height: 900 });
        for (const name of pages())
          expect([media, width, name, await barriers(page, name)]).toEqual([media, width, name, []]);
      }
    } finally {
      await browser.close();
    }
  },
  120_000,
);

/** What axe finds, and whether anything is wider than the page. */
async function barriers(page: Page, name: string): Promise<readonly string[]> {
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify([...axeTags, 'best-practice'])} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  )) as readonly string[];
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return isWide === true ? [...found, 'something is wider than the page'] : found;
}
