import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { languages } from '../../src/chat/language.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { casePage } from '../../src/features/case/page.ts';
import { reportPage } from '../../src/features/report/page.ts';
import { readReleased } from '../../src/features/report/read.ts';
import { releaseMany } from '../support/released-figures.ts';
import { chromiumFlags, chromiumPath, howToMakeItRun } from './chromium.ts';
import { desk, phone, type Screen } from './stage.ts';

const describeWithChromium = chromiumPath === null ? describe.skip : describe;
if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page on paper leaves of Letter, which is shorter than A4, and of A4, which is narrower (in px, at 96 to an inch). */
const paper = { width: 688, height: 971 };

describeWithChromium('the pages for those who lead a hospital', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-pages-'));
  const asked: string[] = [];
  let browser: Browser;
  if (chromiumPath !== null) {
    beforeAll(async () => {
      const db = openDatabase(`sqlite:${join(folder, 'buddy.db')}`);
      await migrate(db);
      await releaseMany(db);
      const released = await readReleased(db, 11);
      await db.destroy();
      for (const language of languages) {
        writeFileSync(join(folder, `report-${language}.html`), reportPage(language, released));
        writeFileSync(join(folder, `case-${language}.html`), casePage(language));
      }
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  async function open(name: string, { width, height, theme = 'light' }: Screen): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(String(error)));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return page;
  }

  test.each(
    ['report-en', 'report-es', 'case-en', 'case-es'].flatMap((name) =>
      ([phone, desk] as const).flatMap((screen) =>
        (['light', 'dark'] as const).map((theme) => [name, { ...screen, theme }] as const),
      ),
    ),
  )('%s at %p fits, can be read by everyone, and asks for nothing', async (name, screen) => {
    asked.length = 0;
    const page = await open(name, screen);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.evaluate(axe);
    const found = (await page.evaluate('axe.run(document)')) as {
      readonly violations: readonly { readonly id: string }[];
    };
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    expect(asked).toEqual([page.url()]);
    await page.close();
  });

  test.each(languages)(
    'the report in %s fits on the first page of Letter and A4, its tables on the second',
    async (language) => {
      const page = await open(`report-${language}`, paper);
      await page.emulateMedia({ media: 'print' });
      const end = await page.evaluate("document.querySelector('.pictures').getBoundingClientRect().bottom");
      expect(end).toBeLessThan(paper.height);
      for (const format of ['Letter', 'A4']) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 2]);
      }
      await page.close();
    },
  );

  test('the case says a range once every number is there, and takes what was published for physicians', async () => {
    const page = await open('case-en', phone);
    const results = page.locator('#results');
    expect(await results.isVisible()).toBe(false);
    expect(await page.locator('#missing').textContent()).toContain('Fill in every number');
    const numbers = {
      clinicians: 1000,
      turnover: 10,
      directorHours: 10,
      directorHour: 100,
      members: 100,
      minutes: 0,
      memberHour: 50,
      other: 8000,
    };
    for (const [name, value] of Object.entries(numbers)) await page.fill(`#${name}`, String(value));
    const said = () => page.locator('dd').allTextContents();
    expect(await said()).toEqual([
      '100',
      '$4,950,000 to $7,270,000',
      '$60,000',
      '0.8 to 1.2 departures (0.8% to 1.2% of them)',
      '-$60,000 to +$304,000',
    ]);
    await page.getByRole('button', { name: 'Physicians [2]' }).click();
    expect((await said())[1]).toBe('$26,800,000 to $95,700,000');
    await page.fill('#preventedLow', '9');
    expect(await results.isVisible()).toBe(false);
    expect(await page.locator('#missing').textContent()).toContain('Swap them');
    await page.fill('#preventedLow', '');
    expect(await page.locator('#missing').textContent()).toContain('Fill in every number');
    await page.close();
  });
});
