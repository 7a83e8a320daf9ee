import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import type { Database } from '../../src/db/schema.ts';
import type { AuditAction } from '../../src/features/audit/rules.ts';
import { writeAudit } from '../../src/features/audit/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const now = Date.parse('2026-12-02T15:00:00Z');
const wil = { person: slackPerson('UWIL'), name: 'Wil Park' };
const ana = { person: slackPerson('UANA'), name: 'Ana Silva' };
const first: IsoWeek = '2026-W50';

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const wrote = (action: AuditAction, about: string, at = now, by = wil) =>
  writeAudit(db, { by, action, about }, at);

function list(about = '') {
  const hospital = { ...someHospital, admins: new Set(['slack:UWIL']) };
  const scene = aScene({ db, now, from: wil.person, hospital, newcomer: aProfile('Wil Park') });
  return answer(scene, anIntent('program.audit', { about }));
}

test('half a year of questions, posted at once, is one line, and what was done before it still shows', async () => {
  await wrote('set', 'smallestGroup', now - 2);
  for (let week = 0; week < 26; week += 1) await wrote('posted', addWeeks(first, week));
  const said = textOf(await list());
  expect(said).toContain('Wil Park posted the questions of 26 weeks between 2026-W50 and 2027-W22.');
  expect(said.match(/posted the questions/g)).toHaveLength(1);
  expect(said).toContain('changed a setting: smallest group');
});

test('what others did, or did at another time, or did to two weeks that changed places, isn’t put together', async () => {
  await wrote('posted', '2026-W50');
  await wrote('posted', '2026-W51', now, ana);
  await wrote('posted', '2026-W52', now - 1);
  await wrote('moved', '2027-W01', now - 2);
  await wrote('moved', '2027-W02', now - 2);
  const said = textOf(await list());
  for (const week of ['2026-W50', '2026-W51', '2026-W52', '2027-W01', '2027-W02'])
    expect(said).toContain(week);
  expect(said).not.toContain('weeks between');
});

test('thirty stand on a page, and one button leads to what came before', async () => {
  for (let entry = 0; entry < 65; entry += 1) await wrote('added-line', `Line ${entry}.`, now - entry);
  expect(buttonIds(await list())).toEqual(['program.audit:page/2']);
  expect(textOf(await list())).toContain('Line 29.');
  expect(textOf(await list())).not.toContain('Line 30.');
  expect(textOf(await list('page/2'))).toContain('Line 30.');
  expect(buttonIds(await list('page/2'))).toEqual(['program.audit:page/3']);
  expect(buttonIds(await list('page/3'))).toEqual([]);
  expect(textOf(await list('page/3'))).toContain('Line 64.');
  for (const none of ['page/4', 'page/0', 'page/x', 'x'])
    expect(textOf(await list(none))).toContain('Line 0.');
});
