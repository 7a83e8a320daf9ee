import { afterEach, describe, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek, mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt } from '../../src/calendar/local-time.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { again, Chance } from './support/chance.ts';
import { type Crowd, onSlack } from './support/crowd.ts';
import { databases, type Fresh } from './support/databases.ts';
import { writePairs } from './support/members.ts';
import { tooMany } from './support/patience.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';
import { Clock, openWard, type Ward } from './support/ward.ts';
import { startWeather, through, type Weather } from './support/weather.ts';

const hour = 3_600_000;
const day = 24 * hour;
const wednesday = '2026-12-02T12:00:00Z';
/** The Monday on which the clock goes wrong begins in Auckland and ends in Los Angeles. */
const monday = Date.parse('2026-12-06T19:30:00Z');
const zones = ['Pacific/Auckland', 'Europe/London', 'America/New_York', 'America/Los_Angeles'];
const people = 24;

let crowd: Crowd;
let fresh: Fresh;
let weather: Weather;
let ward: Ward;

afterEach(async () => {
  await ward.stop();
  await weather.stop();
  await crowd.stop();
  await fresh.remove();
});

describe.each(databases)('$name', (kind) => {
  test(
    'a clock that jumps both ways in the middle of a Monday: nobody gets a week twice, and nobody is forgotten',
    async () => {
      const run = `clock that jumps, ${kind.name}`;
      const chance = new Chance(run);
      crowd = await onSlack(people, zones);
      fresh = await kind.fresh();
      const clock = new Clock(wednesday);
      weather = await startWeather(crowd.url, clock.now);
      ward = await openWard(fresh.url, crowd.environment(weather.url), clock);
      await crowd.arrive(ward.url);
      await writePairs(fresh.url, crowd.people, clock.now());

      let [jumps, latest] = [0, monday];
      for (let mondays = sized({ short: 3, long: 12 }); mondays > 0; mondays -= 1) {
        clock.set(latest === monday ? monday : nextMonday(latest));
        for (let nth = sized({ short: 8, long: 20 }); nth > 0; nth -= 1) {
          const ms = chance.oneOf([1, hour, hour, day, 7 * day]) * chance.oneOf([-1, 1]);
          // Some of what goes out just then is to be tried again later, by a clock that is wrong.
          weather.becomes(() => (chance.isSo(0.2) ? tooMany(chance.between(1, 20)) : through));
          const ahead = chance.isSo(0.5) ? ward.catchUp() : Promise.resolve();
          if (chance.isSo(0.5)) await new Promise((resolve) => setTimeout(resolve, chance.between(0, 15)));
          clock.goOn(ms);
          await ahead;
          await ward.catchUp();
          clock.goOn(chance.between(0, 3 * hour));
          await ward.catchUp();
          latest = Math.max(latest, clock.now());
          jumps += 1;
        }
      }

      weather.becomes(() => through);
      const weeks = await livesOn(latest);
      const received = crowd.people.map((person) => crowd.weeksOf(person));
      const twice = received.filter((got) => new Set(got).size < got.length).length;
      const forgotten = received.filter((got) => !weeks.every((week) => got.includes(week))).length;
      report({
        run,
        did: `${jumps} jumps of up to a week, ${people} people in ${zones.length} zones, 429s meanwhile`,
        found: `${twice} got a week twice, ${forgotten} were forgotten in the ${weeks.length} weeks after it`,
      });
      expect({ twice, forgotten, again }).toEqual({ twice: 0, forgotten: 0, again });
      for (const week of weeks)
        expect(await accountOf(ward.db, week)).toMatchObject({ eligible: people, sent: people });
      expect(await overdue()).toBe(0);
    },
    patienceMs,
  );

  test.each([
    ['seven hours', 7 * hour],
    ['two days', 2 * day],
  ])(
    'what was put off while the clock was %s ahead does not wait until it is that late again',
    async (_, ahead) => {
      crowd = await onSlack(2, ['Europe/London']);
      fresh = await kind.fresh();
      const clock = new Clock(wednesday);
      weather = await startWeather(crowd.url, clock.now);
      ward = await openWard(fresh.url, crowd.environment(weather.url), clock);
      await crowd.arrive(ward.url);
      await writePairs(fresh.url, crowd.people, clock.now());
      weather.becomes(() => tooMany(30));
      const right = Date.parse('2026-12-07T09:00:00Z');
      clock.set(right + ahead);
      await ward.catchUp();
      weather.becomes(() => through);
      clock.set(right);
      for (let waited = 0; waited < 3; waited += 1) {
        await ward.catchUp();
        clock.goOn(60_000);
      }
      expect(crowd.people.map((person) => crowd.weeksOf(person))).toEqual([['2026-W50'], ['2026-W50']]);
    },
    patienceMs,
  );
});

/** Half past seven on the evening before, in London: in Auckland it is Monday. */
function nextMonday(instant: number): number {
  return instantAt(mondayOf(addWeeks(weekOf(instant, 'UTC'), 1)), 0, 'UTC') - 4.5 * hour;
}

/** Three Mondays by a clock that is right, with what happens on each of them; their weeks. */
async function livesOn(latest: number): Promise<readonly IsoWeek[]> {
  const weeks: IsoWeek[] = [];
  for (let nth = 1; nth <= 3; nth += 1) {
    const week = addWeeks(weekOf(latest, 'UTC'), nth);
    const begins = instantAt(mondayOf(week), 0, 'UTC') - 5 * hour;
    for (let at = begins; at < begins + 28 * hour; at += 2 * hour) {
      ward.clock.set(at);
      await ward.catchUp();
    }
    weeks.push(week);
  }
  return weeks;
}

/** Messages that should have gone long since. */
async function overdue(): Promise<number> {
  const rows = await ward.db
    .selectFrom('outbox')
    .select('key')
    .where('status', 'in', ['waiting', 'claimed'])
    .execute();
  return rows.length;
}
