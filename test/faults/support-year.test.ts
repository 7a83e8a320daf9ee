import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { Chance } from './support/chance.ts';
import { patienceMs } from './support/size.ts';
import { pageOf, waits } from './support/year/figures.ts';
import { live } from './support/year/live.ts';
import { howMany } from './support/year/staff.ts';
import { World } from './support/year/world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let year: World;
let folder: string;
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'buddy-year-'));
  year = new World(database.url, folder, new Chance('a year of peer support'));
  await live(year);
}, 4 * patienceMs);
afterAll(async () => {
  await year.db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('every colleague reaches a supporter or someone who runs the program within a day', () => {
  const tracks = [...year.tracks.values()];
  expect(tracks).toHaveLength(howMany.referrals);
  // The job comes around within a minute.
  expect(waits(tracks, 'toldAt').at(-1)).toBeLessThanOrEqual(day + minute);
  expect(waits(tracks, 'seenAt').at(-1)).toBeLessThan(2 * day);
});

test('each has one next person and one deadline at every moment, whenever the process is killed', () => {
  expect(year.kills).toBeGreaterThan(0);
  expect(year.wrong).toEqual([]);
  expect(year.core.faults).toEqual([]);
});

test('nobody is asked beyond what they said yes to while someone else is free', () => {
  expect(year.fairness.wrong).toEqual([]);
});

test('what’s beyond it is shared among all, and nobody carries it for the others', () => {
  const asked = [...year.fairness.asked.values()].sort((one, other) => one - other);
  const half = asked[Math.floor(asked.length / 2)] ?? 0;
  expect(asked.at(-1)).toBeLessThanOrEqual(2 * half);
});

test('nothing of it is left when it’s over', async () => {
  expect(await year.db.selectFrom('referrals').selectAll().execute()).toEqual([]);
  expect(await year.db.selectFrom('offers').selectAll().execute()).toEqual([]);
});

test('its page says how it went', () => {
  const { tracks, fairness, kills } = year;
  const page = pageOf({
    tracks: [...tracks.values()],
    asked: [...fairness.asked.values()],
    beyond: fairness.beyond,
    unfair: fairness.wrong.length,
    kills,
  });
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  const file = process.env.YEAR_PAGE;
  if (file !== undefined) writeFileSync(file, page);
});
