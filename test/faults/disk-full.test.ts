import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { until } from '../support/hospital.ts';
import { Chance } from './support/chance.ts';
import { type Crowd, onSlack } from './support/crowd.ts';
import { writePairs } from './support/members.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';
import { smallDisk } from './support/small-disk.ts';
import { wholeContent } from './support/tables.ts';
import { Clock, openWard, type Ward } from './support/ward.ts';
import { startWeather, through, type Weather } from './support/weather.ts';

const people = 60;
const week = '2026-W50';
const disk = smallDisk(8);
const whereThereIsOne = disk === null ? describe.skip : describe;
if (disk === null)
  process.stdout.write('skipped: a disk that is full, because mounting a small one takes root\n');

let crowd: Crowd;
let weather: Weather;
let ward: Ward;

whereThereIsOne('a disk that is full, under SQLite', () => {
  beforeAll(async () => {
    crowd = await onSlack(people + 2, ['Europe/London']);
    const clock = new Clock('2026-12-02T12:00:00Z');
    weather = await startWeather(crowd.url, clock.now);
    const url = `sqlite:${join(disk?.folder ?? '', 'buddy.db')}`;
    await writePairs(url, crowd.people.slice(0, people), clock.now());
    ward = await openWard(url, crowd.environment(weather.url), clock);
    await crowd.arrive(ward.url);
  });
  afterAll(async () => {
    disk?.free();
    await ward.stop();
    await weather.stop();
    await crowd.stop();
    disk?.remove();
  });

  test(
    'nothing is half written, people are told, and all goes on when there is room again',
    async () => {
      const run = 'disk full, SQLite';
      const chance = new Chance(run);
      const [ana, ben] = crowd.people.slice(-2).map(({ person }) => person.id) as [string, string];

      disk?.fill();
      const before = await wholeContent(ward.db);
      const refused = [];
      for (let times = sized({ short: 10, long: 100 }); times > 0; times -= 1) {
        const [by, who] = chance.isSo(0.5) ? [ana, ben] : [ben, ana];
        refused.push(await crowd.writes(by, chance.isSo(0.5) ? 'invite' : `<@${who}|x>`));
      }
      const apologies = refused.filter((answer) => answer.includes('went wrong on my side')).length;
      expect(apologies).toBe(refused.length);
      expect(await crowd.writes(ana, 'resources')).toContain('988');
      ward.clock.set(Date.parse('2026-12-07T09:00:00Z'));
      await ward.catchUp();
      expect(await wholeContent(ward.db)).toEqual(before);

      disk?.free();
      expect(await crowd.writes(ana, `<@${ben}|x>`)).not.toContain('went wrong');
      // It is full again while half of the nudges are on their way.
      let posts = 0;
      weather.becomes(({ isMessage }) => {
        if (isMessage) posts += 1;
        if (posts === people / 2) disk?.fill();
        return through;
      });
      await ward.catchUp();
      const stuck = await accountOf(ward.db, week);
      disk?.free();
      weather.becomes(() => through);
      await until(async () => {
        ward.clock.goOn(1_000);
        await ward.catchUp();
        return (await accountOf(ward.db, week)).sent === people;
      });
      const received = crowd.people.slice(0, people).map((person) => crowd.weeksOf(person).length);
      const lost = received.filter((count) => count === 0).length;
      const doubled = received.filter((count) => count > 1).length;
      report({
        run,
        did: `${refused.length} requests and a Monday of ${people} on a full disk, filled again after ${people / 2}`,
        found: `${apologies} answered with an apology, no row half written, ${stuck.pending} nudges waited for room, lost ${lost}, doubled ${doubled}`,
      });
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(stuck.pending).toBeGreaterThan(0);
      // What was seen in the last two seconds still counts.
      await until(async () => (await fetch(`${ward.url}/readyz`)).status === 200);
    },
    patienceMs,
  );
});
