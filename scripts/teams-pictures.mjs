// Draws the ten most important cards as Teams would, for docs/: npm run pictures:teams. The cards are the real ones, drawn
// by Microsoft's own renderer in a Chromium (Debian's package chromium, or CHROMIUM_PATH).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { renderCard } from '../adapters/teams/render-card.ts';
import { renderForm } from '../adapters/teams/render-form.ts';
import { renderView } from '../adapters/teams/render-view.ts';
import { loadContent } from '../src/content/content.ts';
import { gallery } from '../src/playground/gallery.ts';
import { reader } from '../src/playground/gallery-samples.ts';
import { hostConfig } from './teams-look/host-config.mjs';
import { smallPng } from './teams-look/small-png.mjs';

/** The gallery's name of each card, and the picture's. */
const pictures = [
  { of: 'help: welcome', file: 'welcome' },
  { of: 'choosing: whom to ask', file: 'choosing' },
  { of: 'invitations: what the colleague gets', file: 'invitation' },
  { of: 'pairing: new buddies', file: 'new-buddy' },
  { of: 'nudges: Monday', file: 'monday' },
  { of: 'nudges: Monday, checked in', file: 'checked-in', theme: 'dark' },
  { of: 'checkins: status', file: 'status' },
  { of: 'questions: post, with the bank below', file: 'questions', isWide: true },
  { of: 'help: to free words', file: 'free-words' },
  { of: 'resources: where to turn', file: 'resources' },
];

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const mostBytes = 100_000;
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const quiet = [
  '--disable-lcd-text',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (!existsSync(chromiumPath)) {
  console.error("No Chromium found; install Debian's package chromium, or set CHROMIUM_PATH.");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const entries = gallery(loadContent(join(root, 'prompts')), reader);
const style = readFileSync(join(import.meta.dirname, 'teams-look/chat.css'), 'utf8');
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...flags, ...quiet] });
try {
  const faults = [];
  for (const picture of pictures) faults.push(...(await draw(picture)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
} finally {
  await browser.close();
}

/** Says what is wrong with the picture. */
async function draw({ of, file, theme = 'light', isWide = false }) {
  const entry = entries.find(({ name }) => name === of);
  if (entry === undefined) throw new Error(`The gallery has no card named "${of}".`);
  const card = drawn(entry);
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 600, height: 400 } });
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><html lang="en" data-theme="${theme}"><style>${style}</style><div class="chat"${isWide ? ' data-wide' : ''}><p class="from"><b>Buddy</b>9:00 AM</p><div class="card"></div></div></html>`,
  );
  await page.addScriptTag({ path: join(root, 'node_modules/adaptivecards/dist/adaptivecards.min.js') });
  await page.evaluate(show, { card, config: hostConfig(theme) });
  const cut = await page.evaluate(cutWords);
  const font = await page.evaluate(fontInUse);
  const picture = smallPng(await page.locator('.chat').screenshot());
  await context.close();
  const name = `docs/pictures/teams-${file}.png`;
  writeFileSync(join(root, name), picture);
  console.log(`${name}: ${picture.length} bytes`);
  return [
    ...cut.map((words) => `${name}: doesn't fit, drawn in ${font}: ${words}`),
    ...(picture.length > mostBytes ? [`${name} has more than ${mostBytes} bytes`] : []),
  ];
}

/** Runs in the page. Of markdown, Buddy's cards use links alone. */
function show({ card, config }) {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    result.outputHtml = safe.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>');
    result.didProcess = true;
  };
  const shown = new AdaptiveCard();
  shown.hostConfig = new HostConfig(config);
  shown.parse(card);
  document.querySelector('.card').append(shown.render());
}

/** Runs in the page: whatever is cut, and whatever is wider than the card. */
function cutWords() {
  const right = document.querySelector('.card').getBoundingClientRect().right;
  const isCut = (one) =>
    getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
  return [...document.querySelectorAll('.card *')]
    .filter((one) => one.getBoundingClientRect().right > right || isCut(one))
    .map((one) => one.textContent.slice(0, 40));
}

/** Runs in the page: which of Teams' fonts, or its nearest, the letters come from. */
function fontInUse() {
  const context = document.createElement('canvas').getContext('2d');
  const width = (family) => {
    context.font = `600 40px ${family}`;
    return context.measureText('Where to turn, wherever').width;
  };
  const found = ['Segoe UI', 'Noto Sans'].find(
    (name) => width(`'${name}', monospace`) !== width('monospace'),
  );
  return (
    found ??
    "some other sans-serif: neither Segoe UI nor Noto Sans is installed (the latter is in Debian's package fonts-noto-core)"
  );
}

/** What Teams gets of an entry of the gallery. */
function drawn({ card, form, view }) {
  if (view !== undefined) return renderView(view);
  return form === undefined ? renderCard(card) : renderForm(form);
}
