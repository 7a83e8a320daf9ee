import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { axeTags } from '../../scripts/dossier/accessibility.ts';
import { columnsPart } from '../../scripts/dossier/columns.ts';
import { type Build, dossierOf } from '../../scripts/dossier/dossier.ts';
import { permissionsPart } from '../../scripts/dossier/permissions.ts';
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

/** A folder of its own, with what the permissions and the columns are made of, one text changed. */
function changed(file: string, from: string, to: string): string {
  const other = join(folder, 'other');
  rmSync(other, { recursive: true, force: true });
  for (const one of [
    'manifest.yml',
    'adapters/teams/package/manifest.json',
    'docs/slack.md',
    'docs/privacy.md',
    'docs/dossier/teams-permissions.yml',
  ]) {
    mkdirSync(join(other, one, '..'), { recursive: true });
    cpSync(join(root, one), join(other, one));
  }
  const text = readFileSync(join(other, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(other, file), text.replace(from, to));
  return other;
}

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

test('a permission without a reason is named', () => {
  const faultsOf = (other: string): string[] => {
    const faults: string[] = [];
    permissionsPart(other, faults);
    return faults;
  };
  expect(
    faultsOf(changed('manifest.yml', '- users:read\n', '- users:read\n      - channels:history\n')),
  ).toEqual(['docs/slack.md gives no reason for channels:history.']);
  const app = 'adapters/teams/package/manifest.json';
  expect(faultsOf(changed(app, '"scopes": ["personal"]', '"scopes": ["personal", "team"]'))).toEqual([
    'docs/dossier/teams-permissions.yml gives no reason for bots: team.',
  ]);
  expect(faultsOf(changed(app, '"accentColor"', '"webApplicationInfo": {}, "accentColor"'))).toEqual([
    'docs/dossier/teams-permissions.yml gives no reason for webApplicationInfo.',
  ]);
});

test('a column that nobody describes is named', async () => {
  const faults: string[] = [];
  await columnsPart(changed('docs/privacy.md', '| `deeper` ', '| `deep` '), faults);
  expect(faults).toEqual(['docs/privacy.md says nothing of members.deeper.']);
});

const describeWithChromium = chromiumPath === null ? describe.skip : describe;
if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

describeWithChromium('in a browser', () => {
  let browser: Browser;
  let page: Page;
  if (chromiumPath !== null) {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
      page = await browser.newPage();
    });
    afterAll(() => browser.close());
  }

  /** What axe finds, and whether anything is wider than the page. */
  async function look(name: string): Promise<readonly string[]> {
    await page.goto(pathToFileURL(join(folder, name)).href);
    await page.evaluate(axe.source);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify([...axeTags, 'best-practice'])} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )) as readonly string[];
    const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    return isWide === true ? [...found, 'something is wider than the page'] : found;
  }

  test('its pages are read without a barrier, on a screen and on paper', async () => {
    for (const [media, width] of [
      ['screen', 1280],
      ['screen', 390],
      ['print', 700],
    ] as const) {
      await page.emulateMedia({ media });
      await page.setViewportSize({ width, height: 900 });
      for (const name of pages())
        expect([media, width, name, await look(name)]).toEqual([media, width, name, []]);
    }
  }, 120_000);
});

const git = spawnSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
if (git.status !== 0) console.log('skipped: the command that writes a dossier, since this is no clone.');

(git.status === 0 ? describe : describe.skip)('npm run dossier', () => {
  const write = (out: string) =>
    spawnSync(process.execPath, ['scripts/dossier.mjs', '--out', out], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9' },
    });

  test('writes it without a network, with all that is installed, and overwrites nothing', () => {
    const out = join(folder, 'written');
    const first = write(out);
    expect([first.status, first.stderr]).toEqual([0, '']);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(readdirSync(out)).toHaveLength(files.size);
    const { components } = JSON.parse(readFileSync(join(out, `buddy-${version}.cdx.json`), 'utf8')) as {
      readonly components: readonly { readonly name: string }[];
    };
    const names = components.map(({ name }) => name);
    expect(names).toContain('better-sqlite3');
    expect(names).not.toContain('jest');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(git.stdout.trim());
    expect(write(out)).toMatchObject({ status: 1, stderr: expect.stringContaining('overwrites nothing') });
  }, 60_000);
});
