import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Released, readReleased } from '../../src/features/report/read.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { type Finished, runCommand } from '../support/program.ts';
import { releaseMany } from '../support/released-figures.ts';

/** Someone brings the chief medical officer a page. */
let database: FreshDatabase;
let db: Database;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  folder = mkdtempSync(join(tmpdir(), 'buddy-report-'));
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

const figures = (...options: string[]): Promise<Finished> =>
  runCommand(['figures', ...options], { DATABASE_URL: database.url });

const file = (): string => join(folder, 'page.html');

async function page(...options: string[]): Promise<string> {
  expect(await figures('--html', file(), ...options)).toMatchObject({ code: 0, stderr: '' });
  return readFileSync(file(), 'utf8');
}

/** What someone reads on it, without what it's drawn by. */
function textOf(html: string): string {
  return html
    .slice(html.indexOf('<body>'))
    .replaceAll(/ aria-label="([^"]*)"/g, '>$1<')
    .replaceAll(/<[^>]*>|&#39;/g, ' ');
}

describe('the report', () => {
  test('answers five questions in either language, each with a picture, a sentence and a table', async () => {
    await releaseMany(db);
    const english = await page();
    for (const said of [
      'How many take part?</h3><p class="large">About 235</p><p>members, in about 125 pairs, at the end of Q3 2026.',
      'Is it growing?</h3><p class="large">Yes</p><p>From about 160 members (Q2 2026) to about 235 (Q3 2026).',
      'Do they keep going?</h3><p class="large">65%</p><p>of the pairs that began in H1 2025 are still together after 12 months.',
      'Did Monday work?</h3><p class="large">205 of 235</p>',
      'About 65% of the pairs recorded a check-in.',
      'What does it cost us?</h3><p class="large">No license fee</p>',
      'Not shown for Q3 2025: it would point to fewer than 11 people.',
      'Not shown for Sep 28: it would point to fewer than 11 people.',
      'peer supporters talked with 8 of 12 colleagues',
      // What's as before hangs on the last share there was, and not on all of them.
      '<th scope="row">H2 2024</th><td>85%</td><td>Nearly 85%</td><td>Few or none</td>',
      '<th scope="row">H1 2025</th><td>Nearly all</td><td>80%</td><td>65%</td>',
    ])
      expect(english).toContain(said);
    expect(english.match(/<svg[^>]* role="img" aria-label="[^"]+"/g)).toHaveLength(5);
    expect(english.match(/<table id/g)).toHaveLength(5);
    for (const [, id] of english.matchAll(/href="#(\w+)"/g)) expect(english).toContain(`<table id="${id}">`);
    const spanish = await page('--language', 'es');
    expect(spanish).toContain('<html lang="es">');
    expect(spanish).toContain('¿Cuántas personas participan?</h3><p class="large">Unas 235</p>');
    expect(spanish).toContain('No se muestra en T3 2025: señalaría a menos de 11 personas.');
    expect(spanish).toContain('>100 %</text>');
    expect(spanish).not.toContain('100%</text>');
  });

  test('has no number that isn’t in a release, and asks no other host', async () => {
    await releaseMany(db);
    const html = await page();
    const released = await readReleased(db, 11);
    const shares = released.figures.week.map(({ figures: week }) => shareOf(week?.checkins));
    // A half and all are on the scale of the curve.
    const allowed = new Set([...numbersIn(released), ...shares, 50, 100, 2024, 2025, 2026]);
    const said = [...textOf(html).matchAll(/\d+/g)].map(([number]) => Number(number));
    // Days, quarters and months are smaller: no figure here is, but for those of batches.
    expect(said.filter((number) => number > 31 && !allowed.has(number))).toEqual([]);
    expect(said.length).toBeGreaterThan(150);
    const asked = html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '');
    expect(asked).not.toMatch(/https?:|src=|url\(|@import|<script|<link/);
  });

  test('says so where nothing has been released, and what was made for smaller groups isn’t shown', async () => {
    expect(await page()).toMatch(/Nothing has been released yet\.[\s\S]*Too early to say/);
    await releaseMany(db);
    await db.updateTable('releases').set({ smallest: 10 }).execute();
    expect(textOf(await page())).not.toMatch(/235|205|65%/);
  });
});

/** Every number in the releases; names such as those of quarters are texts. */
function numbersIn(value: unknown): ReadonlySet<number> {
  if (typeof value === 'number') return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((inner) => [...numbersIn(inner)]));
}

/** In percent, of the pairs that were due; rounded, as its parts are. */
function shareOf(checkins: NonNullable<Released['figures']['week'][0]['figures']>['checkins'] | undefined) {
  if (checkins?.type !== 'groups') return 0;
  const checkedIn = checkins.shown.find(({ name }) => name === 'checked-in')?.count ?? 0;
  return Math.round((20 * checkedIn) / checkins.total) * 5;
}

describe('what a machine reads', () => {
  test('as JSON, it is the releases', async () => {
    await releaseMany(db);
    const { code, stdout } = await figures('--json');
    const read = JSON.parse(stdout);
    expect([code, read.format, read.version, read.smallestGroup]).toEqual([0, 'buddy-figures', 1, 11]);
    expect(byKind(read.releases)).toEqual((await readReleased(db, 11)).figures);
    expect(read.support.map(({ batch }: { batch: number }) => batch)).toEqual([1, 2, 3]);
    expect(read.support[1]).toMatchObject({ counted: { talked: 10 }, kinds: { 'event-death': 12 } });
  });

  test('as CSV, it is the releases too, a line for each figure', async () => {
    await releaseMany(db);
    const { code, stdout } = await figures('--csv');
    const rows: Readonly<Record<string, string>>[] = parse(stdout, { columns: true });
    expect([code, Object.keys(rows[0] ?? {})]).toEqual([0, ['kind', 'period', 'figure', 'value']]);
    const released = await readReleased(db, 11);
    const read = new Map(
      rows.map(({ kind, period, figure, value }) => [`${kind} ${period} ${figure}`, value]),
    );
    expect(read.size).toBe(rows.length);
    expect(Object.fromEntries(read)).toEqual(expectedCells(released));
  });
});

type Releases = readonly { readonly kind: string; readonly period: string }[];

function byKind(releases: Releases): unknown {
  const kinds = Map.groupBy(releases, ({ kind }) => kind);
  return Object.fromEntries(
    [...kinds].map(([kind, ofIt]) => [kind, ofIt.map(({ kind: _kind, ...release }) => release)]),
  );
}

/** Written out by hand for the shapes there are, other than the program does it. */
function expectedCells({ figures: released, batches }: Released): Record<string, string> {
  const cells: Record<string, string> = {};
  const say = (where: string, value: unknown) => {
    cells[where] = String(value ?? '');
  };
  const table = (where: string, of: Exclude<(typeof released)['week'][0]['figures'], null>['checkins']) => {
    if (of === null) return say(where, null);
    say(`${where}.type`, of.type);
    say(`${where}.total`, of.total);
    if (of.type === 'nearly-all') return say(`${where}.name`, of.name);
    if (of.shown.length === 0) say(`${where}.shown`, null);
    for (const { name, count } of of.shown) say(`${where}.shown.${name}.count`, count);
    say(`${where}.together`, of.together);
  };
  for (const { period, figures: week } of released.week) {
    table(`week ${period} outcomes`, week?.outcomes as never);
    table(`week ${period} checkins`, week?.checkins ?? null);
    if (week?.platforms.length === 0) say(`week ${period} platforms`, null);
    for (const { name, count, total } of week?.platforms ?? []) {
      say(`week ${period} platforms.${name}.count`, count);
      say(`week ${period} platforms.${name}.total`, total);
    }
  }
  for (const { period, figures: quarter } of released.quarter) {
    for (const name of ['members', 'pairs', 'started'] as const)
      say(`quarter ${period} ${name}`, quarter?.[name]);
    for (const name of ['startedBy', 'cadences', 'professions'] as const)
      table(`quarter ${period} ${name}`, (quarter?.[name] ?? null) as never);
  }
  for (const { period, figures: pulse } of released.pulse)
    for (const name of ['feeling', 'weighs'] as const)
      table(`pulse ${period} ${name}`, (pulse?.[name] ?? null) as never);
  for (const months of [3, 6, 12] as const)
    for (const { period, figures: curve } of released[`together-${months}`]) {
      const where = `together-${months} ${period} point`;
      if (curve?.point == null) say(where, null);
      else for (const [name, value] of Object.entries(curve.point)) say(`${where}.${name}`, value);
    }
  for (const [index, { counted, kinds }] of batches.entries()) {
    for (const [name, count] of Object.entries(counted)) say(`support ${index + 1} counted.${name}`, count);
    if (kinds === null) say(`support ${index + 1} kinds`, null);
    for (const [name, count] of Object.entries(kinds ?? {})) say(`support ${index + 1} kinds.${name}`, count);
  }
  return cells;
}

test('without an option it prints what was released: Mondays, quarters, professions, a pulse, pairs, peer support', async () => {
  await releaseMany(db);
  const { code, stdout } = await figures();
  expect(code).toBe(0);
  expect(stdout).toMatch(/Quarter: Q3 2026\n {2}About 235 members took part at the end of it\./);
  expect(stdout).toContain('By profession, of about 235 members:\n  Nurse: about 140\n');
  expect(stdout).toContain('The pulse of Q3 2026\n  How people are at work these days, in about ');
  expect(stdout).toContain('Began in H1 2025: Nearly all of them after 3 months. 80% after 6 months.');
  expect(stdout).toContain(
    'Began in H2 2024: 85% after 3 months. Nearly as many after 6 months. Few of them',
  );
});

test('the case for the program is a page that works alone, in the language that was asked for', async () => {
  const options = ['--case', file(), '--html', join(folder, 'report.html'), '--language', 'es'];
  expect(await figures(...options)).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(folder, 'report.html'))).toBe(true);
  const html = readFileSync(file(), 'utf8');
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('Moran D, Wu AW, Connors C');
  expect(html).not.toMatch(/https?:|src=|url\(|@import|<link|fetch\(|localStorage/);
});

test.each([
  [['--csv', '--json'], /^--csv and --json each stand alone: give one of them, or --html and --case\.\n$/],
  [['--csv', '--html', 'a.html'], /^--csv and --json each stand alone/],
  [['--html', 'a.html', '--case', './a.html'], /^--html and --case must be two files\.\n$/],
  [['--html', 'a.html', '--language', 'fr'], /^--language must be one of en, es\.\n$/],
  [['--json', '--language', 'es'], /^--language goes with --html or --case: .*\n$/],
  [['--html', '/nowhere/a.html'], /^\/nowhere\/a\.html could not be written \(ENOENT\)\.\n$/],
])('%p is refused in one sentence', async (options, why) => {
  expect(await figures(...options)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(why),
  });
});
