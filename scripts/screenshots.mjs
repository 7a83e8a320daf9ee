// Takes the README's pictures of the running playground: npm run screenshots. Needs a Chromium (Debian's package
// chromium, or CHROMIUM_PATH) and writes to docs/pictures.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const mostBytes = 300_000;
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

if (!existsSync(chromiumPath)) {
  console.error("No Chromium found; install Debian's package chromium, or set CHROMIUM_PATH.");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'buddy-pictures-'));
const program = spawn(process.execPath, ['src/main.ts'], {
  cwd: root,
  env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: `sqlite:${join(data, 'buddy.db')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...flags, ...quiet] });
try {
  const url = await urlOf(program);
  const desk = await open(url, { width: 1400, height: 900 }, 'light');
  await monday(desk);
  await desk.locator('[data-pane="1"] [data-button^="checkins.acknowledge:"]').click();
  await desk.locator('[data-pane="0"] .edited').last().waitFor();
  await desk.getByRole('button', { name: 'Close the tour' }).click();
  await save(desk, 'playground-desktop.png');

  await desk.getByRole('button', { name: 'Behind the curtain' }).click();
  await desk.locator('#curtain').getByRole('button', { name: 'Ana Silva' }).click();
  await desk.getByRole('heading', { name: /^acknowledgements/ }).waitFor();
  // What has just come shines for a moment.
  await desk.waitForTimeout(4500);
  await save(desk, 'curtain.png');

  const phone = await open(url, { width: 390, height: 844 }, 'dark');
  await phone.locator('[data-button^="checkins."], .message').last().waitFor();
  await phone.getByRole('button', { name: 'Close the tour' }).click();
  await save(phone, 'playground-phone.png');

  await desk.getByRole('button', { name: 'Close the curtain' }).click();
  await desk.getByRole('button', { name: 'Tour', exact: true }).click();
  await sundayNight(desk);
  await desk.getByRole('button', { name: 'Close the tour' }).click();
  await save(desk, 'administrator.png');

  const shift = await open(url, { width: 1400, height: 900 }, 'light');
  await afterAHardShift(shift);
  await save(shift, 'desk.png');

  const gallery = await open(`${url}/playground/gallery`, { width: 1400, height: 900 }, 'light');
  await gallery.getByRole('link', { name: 'Monday’s message' }).click();
  await save(gallery, 'gallery.png');
} finally {
  await browser.close();
  program.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

async function open(url, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.chat, .entry').first().waitFor();
  return page;
}

/** Ana asks, Ben accepts, and it becomes Monday. */
async function monday(page) {
  const box = page.locator('[data-pane="0"] .say');
  await box.fill('/buddy @Ben Okafor');
  await box.press('Enter');
  await page.locator('[data-pane="1"] [data-button^="pairing.accept:"]').click();
  await page.locator('[data-step="monday"]').click();
  await page.locator('[data-pane="1"] [data-button^="checkins.acknowledge:"]').waitFor();
}

/** Half a year passes, and the administrator reads how its last Mondays went. */
async function sundayNight(page) {
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await tour.getByRole('button', { name: 'Look behind the curtain' }).click();
  await page.getByRole('button', { name: 'Close the curtain' }).click();
  await tour.getByRole('button', { name: 'Sunday night' }).click();
  await tour.getByRole('button', { name: 'Let half a year pass' }).click();
  await tour.getByRole('button', { name: 'Show Wil Park' }).click({ timeout: 120_000 });
  await tour.getByRole('button', { name: 'Write it for me' }).click();
  await page.locator('input.say:focus').press('Enter');
  await page.locator('[data-button="figures.show"]').click();
  await tour.getByText('4 of 5').waitFor();
}

/** The director has opened the desk, and the one that waits there. */
async function afterAHardShift(page) {
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await page.getByRole('button', { name: 'After a hard shift' }).click();
  await tour.getByRole('button', { name: 'Begin' }).click();
  await page.locator('[data-button="support.desk"]').click();
  await page.getByRole('button', { name: 'Open: Chidi Eze' }).click();
  await page.getByLabel('Offer it to').waitFor();
}

async function save(page, name) {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  await page.waitForTimeout(300);
  const path = join(folder, name);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${name} has ${size} bytes: none may have more than ${mostBytes}.`);
  console.log(`docs/pictures/${name}: ${size} bytes`);
}

function urlOf(child) {
  return new Promise((resolve, reject) => {
    let written = '';
    child.stdout.on('data', (chunk) => {
      written += chunk;
      const port = /"port":(\d+)/.exec(written)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    child.on('exit', () => reject(new Error(`The program ended: ${written}`)));
  });
}
