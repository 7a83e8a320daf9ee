import { afterEach, describe, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { again, Chance } from './support/chance.ts';
import { type Crowd, onSlack, onTeams } from './support/crowd.ts';
import { databases, type Fresh } from './support/databases.ts';
import { writePairs } from './support/members.ts';
import { nonsense, nonsenseInstead } from './support/nonsense.ts';
import { disobeyed, tooMany } from './support/patience.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';
import { Clock, openWard, type Ward } from './support/ward.ts';
import { type Asked, type Fate, startWeather, through, type Weather } from './support/weather.ts';

const wednesday = '2026-12-02T12:00:00Z';
const monday = Date.parse('2026-12-07T09:00:00Z');
const week = '2026-W50';
const minute = 60_000;
const people = sized({ short: 8, long: 48 });

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

interface Trouble {
  readonly name: string;
  /** For how long, from the due minute on, by the clock. */
  readonly lastsMs: number;
  readonly stepMs: number;
  fate(asked: Asked, chance: Chance, platform: 'Slack' | 'Teams'): Fate;
}

const down = (chance: Chance): Fate =>
  chance.isSo(0.5)
    ? { type: 'hang up', when: 'before' }
    : { type: 'instead', answer: { status: 503, body: 'Service Unavailable' } };

const troubles: readonly Trouble[] = [
  {
    name: 'down for an hour',
    lastsMs: 60 * minute,
    stepMs: sized({ short: 3, long: 1 }) * minute,
    fate: (_, chance) => down(chance),
  },
  {
    name: 'flapping for an hour, every other minute',
    lastsMs: 60 * minute,
    stepMs: 20_000,
    fate: ({ at }, chance) => (Math.floor(at / minute) % 2 === 0 ? down(chance) : through),
  },
  {
    name: 'slow',
    lastsMs: 10 * minute,
    stepMs: 30_000,
    fate: (_, chance) => ({ type: 'slow', ms: chance.between(50, sized({ short: 600, long: 3_000 })) }),
  },
  {
    name: 'answering nonsense, with nothing delivered',
    lastsMs: 20 * minute,
    stepMs: 30_000,
    fate: (_, chance, platform) =>
      chance.isSo(0.7) ? { type: 'instead', answer: nonsenseInstead(chance, platform) } : through,
  },
  {
    name: 'answering nonsense, or nothing, to what it has delivered',
    lastsMs: 3 * minute,
    stepMs: 30_000,
    fate: (_, chance) => {
      if (chance.isSo(0.6)) return through;
      return chance.isSo(0.5)
        ? { type: 'hang up', when: 'after' }
        : { type: 'after', answer: nonsense(chance) };
    },
  },
  {
    name: '429s that say how long',
    lastsMs: 10 * minute,
    stepMs: 4_000,
    fate: (_, chance) => (chance.isSo(0.5) ? tooMany(chance.between(1, 40)) : through),
  },
  {
    name: '429s that do not say how long',
    lastsMs: 10 * minute,
    stepMs: 4_000,
    fate: (_, chance) => (chance.isSo(0.5) ? tooMany(null) : through),
  },
];

const platforms = [
  { platform: 'Slack', open: onSlack },
  { platform: 'Teams', open: onTeams },
] as const;

describe.each(databases)('$name', (kind) => {
  describe.each(platforms)('$platform', ({ platform, open }) => {
    test.each(troubles)(
      '$name: nothing is lost, and nothing doubled but what had arrived unanswered',
      async (trouble) => {
        const run = `${platform} ${trouble.name}, ${kind.name}`;
        const chance = new Chance(run);
        crowd = await open(people, ['Europe/London']);
        fresh = await kind.fresh();
        const clock = new Clock(wednesday);
        weather = await startWeather(crowd.url, clock.now);
        ward = await openWard(fresh.url, crowd.environment(weather.url), clock);
        await crowd.arrive(ward.url);
        await writePairs(fresh.url, crowd.people, clock.now());
        await ward.catchUp();

        clock.set(monday);
        const end = monday + trouble.lastsMs;
        weather.becomes((asked) => (asked.at < end ? trouble.fate(asked, chance, platform) : through));
        const begun = weather.seen.length;
        const lastAt = await throughTheMonday(trouble, end);

        const met = weather.seen.slice(begun);
        const illFated = met.filter(({ fate }) => fate !== through).length;
        const unanswered = met.filter(
          ({ isMessage, fate }) =>
            isMessage && (fate.type === 'after' || (fate.type === 'hang up' && fate.when === 'after')),
        ).length;
        const received = crowd.people.map((person) => crowd.weeksOf(person).filter((one) => one === week));
        const lost = received.filter(({ length }) => length === 0).length;
        const doubled = received.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
        const hasty = disobeyed(met, platform === 'Slack' ? 'everybody' : 'the chat');
        report({
          run,
          did: `${people} nudges, ${met.length} requests, ${illFated} of them ill-fated`,
          found: `lost ${lost}, doubled ${doubled} of ${unanswered} delivered and unanswered, ${hasty.length} sooner than a 429 allowed, the last one ${Math.max(0, Math.round((lastAt - end) / 1000))} s after the end of it`,
        });
        expect({ lost, hasty, again }).toEqual({ lost: 0, hasty: [], again });
        expect(illFated).toBeGreaterThan(0);
        expect(doubled).toBeLessThanOrEqual(unanswered);
        expect(lastAt - end).toBeLessThan(2.5 * minute + trouble.stepMs);
        expect(await accountOf(ward.db, week)).toMatchObject({ eligible: people, sent: people, pending: 0 });
        expect(crowd.complaints()).toEqual([]);
      },
      patienceMs,
    );
  });
});

/** Time goes by in steps until everybody has been served, for a while after the end of the trouble at most. */
async function throughTheMonday({ stepMs }: Trouble, end: number): Promise<number> {
  for (;;) {
    await ward.catchUp();
    const { pending, eligible } = await accountOf(ward.db, week);
    const now = ward.clock.now();
    if ((pending === 0 && eligible > 0) || now > end + 10 * minute) return now;
    ward.clock.goOn(stepMs);
  }
}
