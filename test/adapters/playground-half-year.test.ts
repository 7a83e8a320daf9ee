import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWeeks, mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt, localMinute } from '../../src/calendar/local-time.ts';
import { createChance } from '../../src/playground/half-year/chance.ts';
import { makeColleagues } from '../../src/playground/half-year/colleagues.ts';
import { buttonsOf, openPlayground, type PlaygroundStage, textOf } from './playground-stage.ts';

// Half a year is played once, and each story looks at another side of it.
const zone = 'America/New_York';

let stage: PlaygroundStage;
let before: number;
beforeAll(async () => {
  stage = await openPlayground();
  before = (await stage.state('')).now;
  await stage.say('ana', '@Ben Okafor');
  await stage.travel('hour');
  await stage.press('ben', 'pairing.accept');
  expect((await stage.post('half-year', {})).status).toBe(200);
}, 120_000);
afterAll(() => stage.close());

const newest = async (person: string) => textOf((await stage.state(person)).messages.at(-1) as never);

test('it is a Sunday evening half a year later, and the page shows the same eight people', async () => {
  const { now, people, halfYear } = await stage.state('wil');
  const monday = instantAt(mondayOf(addWeeks(weekOf(now, zone), 1)), 0, zone);
  expect([monday - now < 5 * 3_600_000, localMinute(now, zone)]).toEqual([true, 20 * 60]);
  expect((now - before) / 86_400_000).toBeGreaterThan(175);
  expect(people).toHaveLength(8);
  expect(halfYear).toEqual({ week: 26, weeks: 26, isOver: true });
});

test('the administrator reads how the last Mondays went, in sums that point at nobody', async () => {
  await stage.say('wil', 'admin');
  await stage.press('wil', 'figures.show');
  const figures = await newest('wil');
  const due = [...figures.matchAll(/(\d+) members were due/g)].map(([, members]) => Number(members));
  // This week isn't over on a Sunday night; of those before the last one, a chart tells.
  expect(due).toHaveLength(1);
  expect(figures).toContain("This week isn't over everywhere yet.");
  for (const members of due) {
    expect(members).toBeGreaterThan(200);
    expect(members).toBeLessThanOrEqual(240);
  }
  expect(figures).toMatch(/\d{3} were sent their questions/);
  expect(figures).toMatch(/\d+% of the pairs recorded a check-in/);
  expect(figures).toMatch(/\d+ otherwise/);
  expect(figures).not.toContain('Nothing is shown');
});

test('the report for those who lead the hospital has half a year in it, in both languages', async () => {
  const page = async (path: string) => (await fetch(`${stage.url}/playground/${path}`)).text();
  const report = await page('report?language=en');
  expect(report).toMatch(/How many take part\?<\/h3><p class="large">About 2\d\d<\/p>/);
  expect(report).toMatch(/Is it growing\?<\/h3><p class="large">(Yes|Too early to say)<\/p>/);
  expect(report).toMatch(/Did Monday work\?<\/h3><p class="large">\d{3} of \d{3}<\/p>/);
  expect(report.match(/<rect class="bar"/g)?.length).toBeGreaterThan(20);
  expect(await page('report?language=es')).toContain('¿Cuántas personas participan?');
  expect(await page('case?language=es')).toContain('Lo que resulta, en un año');
});

test('every one of that Monday is accounted for, and of those only the ward is shown by name', async () => {
  const account = await stage.account();
  const { eligible, sent, paused, unpaired, unreachable, failed, missed, pending } = account;
  expect(eligible).toBe(sent + paused + unpaired + unreachable + failed + missed + pending);
  expect([failed, missed, pending]).toEqual([0, 0, 0]);
  for (const some of [paused, unpaired, unreachable]) expect(some).toBeGreaterThan(0);
  expect(account.people.map(({ id }) => id)).toEqual(['ana', 'ben']);
});

test('who was there before has had every Monday, with the words that were posted for some', async () => {
  const mondays = (await stage.state('ana')).messages.filter(
    ({ private: isPrivate, card }) => !isPrivate && card?.elements.some(({ type }) => type === 'questions'),
  );
  expect(mondays).toHaveLength(25);
  expect(mondays.filter((message) => textOf(message).includes('The new wing opens'))).toHaveLength(1);
});

test('what is asked for tomorrow reaches the whole hospital', async () => {
  await stage.say('wil', 'admin');
  await stage.press('wil', 'questions.post');
  const { form } = (await stage.press('wil', 'questions.post')).json;
  const answers = { first: 'What made you smile on Friday?', second: 'Who was there?' };
  const weeks = form?.fields.find(({ id }) => id === 'week');
  const week = weeks?.type === 'choice' ? weeks.initial : '';
  await stage.post('submit', { person: 'wil', form: form?.id, answers: { week, ...answers } });
  await stage.travel('monday', 'wil');
  expect(await newest('ben')).toContain(answers.first);
  expect((await stage.account()).sent).toBeGreaterThan(150);
  expect(buttonsOf({ card: (await stage.state('ben')).messages.at(-1)?.card ?? null })).not.toEqual([]);
});

test('it passes once; after a reset the ward is small again, and it can pass again', async () => {
  const again = await stage.post('half-year', {});
  expect([again.status, again.json.error]).toEqual([409, expect.stringContaining('Reset')]);
  expect((await stage.post('reset', {})).status).toBe(200);
  expect((await stage.state('')).halfYear).toMatchObject({ week: 0, isOver: false });
  expect((await stage.account()).eligible).toBe(0);
});

test('the hospital is the same each time, and no two people in it have one name', () => {
  const [one, other] = [makeColleagues(232, createChance(240)), makeColleagues(232, createChance(240))];
  expect(one).toEqual(other);
  expect(new Set(one.map(({ name }) => name)).size).toBe(232);
  expect(new Set(one.map(({ role }) => role)).size).toBeGreaterThan(15);
  expect(makeColleagues(232, createChance(241))).not.toEqual(one);
});
