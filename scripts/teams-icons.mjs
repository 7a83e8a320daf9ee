// Draws the icons of the Teams app from their SVG: npm run teams:icons. Needs a Chromium (Debian's package chromium, or
// CHROMIUM_PATH). Only for anyone who changes a drawing: the PNGs are kept beside it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = join(import.meta.dirname, '../adapters/teams/package');
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

if (!existsSync(chromiumPath)) {
  console.error("No Chromium found; install Debian's package chromium, or set CHROMIUM_PATH.");
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
try {
  await draw('color', 192);
  await draw('outline', 32);
} finally {
  await browser.close();
}

/** Sizes in pixels, as Teams asks for them. What the drawing leaves open stays transparent. */
async function draw(name, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  console.log(`adapters/teams/package/${name}.png: ${size} by ${size}`);
}
