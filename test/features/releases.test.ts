import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import { releaseFigures } from '../../src/features/figures/release-all.ts';
import { findReleases, keepRelease } from '../../src/features/figures/store.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { countStarted, findPairSums } from '../../src/features/pairing/sums-store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const day = 24 * 3_600_000;
const at = (text: string): number => Date.parse(text);
const limits = { smallest: 11 };

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

/** Pairs that began by an invitation, and by a code, on the same day. */
async function begin(invitations: number, codes: number, now: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let nth = 0; nth < invitations + codes; nth += 1) {
    const [one, other] = [await member(now), await member(now)];
    ids.push((await startPair(db, one, other, now)) ?? '');
    await countStarted(db, nth < invitations ? 'invitation' : 'code', now);
  }
  return ids;
}

let enrolled = 0;
function member(now: number): Promise<Member> {
  enrolled += 1;
  return enrol(db, slackPerson(`U0R${enrolled}`), aProfile(`P${enrolled}`), someHospital, now);
}

async function end(ids: readonly string[], now: number): Promise<void> {
  for (const id of ids) await endPair(db, id, now);
}

async function quarters() {
  return (await findReleases(db, 'quarter', 11)).map(({ period, figures }) => [period, figures] as const);
}

describe('a quarter', () => {
  const over = at('2026-10-01T00:00:00Z');

  test('is released once it is over in every zone, and stays as it was', async () => {
    const old = await begin(40, 0, at('2026-06-20T12:00:00Z'));
    await begin(30, 12, at('2026-08-20T12:00:00Z'));
    await end(old.slice(0, 11), at('2026-09-01T12:00:00Z'));
    await releaseFigures(db, over + day - 1, limits);
    expect(await quarters()).toEqual([]);
    await releaseFigures(db, over + day, limits);
    const figures = {
      members: 165,
      pairs: 70,
      started: 40,
      startedBy: {
        type: 'groups',
        total: 40,
        shown: [
          { name: 'invitation', count: 30 },
          { name: 'code', count: 15 },
        ],
        together: 0,
      },
      cadences: { type: 'nearly-all', total: 165, name: 'weekly' },
      professions: null,
    };
    expect(await quarters()).toEqual([['2026-Q3', figures]]);
    await begin(30, 0, over + 2 * day);
    await releaseFigures(db, over + 3 * day, limits);
    expect(await quarters()).toEqual([['2026-Q3', figures]]);
  });

  test('that nobody counted in time gets no figures: who took part is known of today only', async () => {
    await begin(40, 0, at('2026-06-20T12:00:00Z'));
    await releaseFigures(db, over + 15 * day, limits);
    expect(await quarters()).toEqual([]);
  });

  test('does not tell how many pairs began where it would tell how few ended', async () => {
    const old = await begin(40, 0, at('2026-06-20T12:00:00Z'));
    await begin(30, 0, at('2026-08-20T12:00:00Z'));
    await end(old.slice(0, 10), at('2026-09-01T12:00:00Z'));
    await releaseFigures(db, over + day, limits);
    expect((await quarters())[0]?.[1]).toMatchObject({ pairs: 60, started: null, startedBy: null });
  });

  test('of which only a part was counted says nothing of what began in it', async () => {
    await db
      .insertInto('pair_sums')
      .values({ period: '2026-Q3', event: 'counted-in-part', count: 1 })
      .execute();
    const old = await begin(40, 0, at('2026-06-20T12:00:00Z'));
    await begin(30, 0, at('2026-08-20T12:00:00Z'));
    await end(old.slice(0, 15), at('2026-09-01T12:00:00Z'));
    await releaseFigures(db, over + day, limits);
    expect((await quarters())[0]?.[1]).toMatchObject({ pairs: 55, started: null, startedBy: null });
  });
});

describe('the pairs of a half-year', () => {
  const points = async () =>
    Promise.all(
      [3, 6, 12].map(async (months) => {
        const releases = await findReleases(db, `together-${months as 3 | 6 | 12}`, 11);
        return releases.map(({ period, figures }) => [period, figures?.point]);
      }),
    );

  test('are followed for a year, and what was counted of them is gone in the end', async () => {
    const ids = await begin(100, 0, at('2026-01-31T12:00:00Z'));
    await end(ids.slice(0, 20), at('2026-04-30T11:59:59Z'));
    await end(ids.slice(20, 25), at('2026-04-30T12:00:00Z'));
    await end(ids.slice(25, 40), at('2027-01-31T11:00:00Z'));
    await end(ids.slice(40, 60), at('2027-02-15T12:00:00Z'));
    await releaseFigures(db, at('2026-10-01T12:00:00Z'), limits);
    expect(await points()).toEqual([[], [], []]);
    await releaseFigures(db, at('2026-10-02T00:00:00Z'), limits);
    await releaseFigures(db, at('2027-01-02T00:00:00Z'), limits);
    await releaseFigures(db, at('2027-07-02T00:00:00Z'), limits);
    await releaseFigures(db, at('2027-07-02T00:00:00Z'), limits);
    expect(await points()).toEqual([
      [['2026-H1', { type: 'share', share: 80 }]],
      [['2026-H1', { type: 'as-before' }]],
      [['2026-H1', { type: 'share', share: 60 }]],
    ]);
    expect(await findPairSums(db, '2026-H1')).toMatchObject({ invitation: 100, 'ended-12': 15 });
    await forgetWhatIsOld(db, { now: at('2028-07-02T00:00:00Z') });
    expect(await db.selectFrom('pair_sums').selectAll().execute()).toEqual([]);
  });

  test('are not told of where some of them began before they were counted', async () => {
    await begin(100, 0, at('2026-01-31T12:00:00Z'));
    await db
      .insertInto('pair_sums')
      .values({ period: '2026-H1', event: 'counted-in-part', count: 1 })
      .execute();
    await releaseFigures(db, at('2026-10-02T00:00:00Z'), limits);
    expect(await points()).toEqual([[], [], []]);
  });
});

describe('what is counted of pairs', () => {
  const now = at('2026-11-25T12:00:00Z');
  const ana = slackPerson('U0ANA');
  const ben = slackPerson('U0BEN');
  const turn = (from = ana, name = 'Ana', later = 0) =>
    aScene({ db, now: now + later, from, newcomer: aProfile(name) });

  async function joinByCode(): Promise<void> {
    const [, code = ''] =
      /join ([0-9A-Z-]+)/.exec(JSON.stringify(await answer(turn(), anIntent('pairing.code')))) ?? [];
    await answer(turn(ben, 'Ben'), anIntent('pairing.join', { about: code }));
  }

  test('one that began by a code, and ended by one who left', async () => {
    await joinByCode();
    expect(await findPairSums(db, '2026-Q4')).toEqual({ code: 1 });
    await answer(turn(ben, 'Ben', 1), anIntent('privacy.forget', { about: 'yes' }));
    expect(await findPairSums(db, '2026-Q4')).toEqual({ code: 1, ended: 1 });
    expect(await findPairSums(db, '2026-H2')).toEqual({ code: 1, 'ended-3': 1 });
  });

  test('one that ended in one step, once', async () => {
    await joinByCode();
    const [pair] = await db.selectFrom('pairs').select('id').execute();
    for (const from of [ana, ben])
      await answer(turn(from), anIntent('pairing.end', { about: pair?.id ?? '' }));
    expect(await findPairSums(db, '2026-Q4')).toEqual({ code: 1, ended: 1 });
  });

  test('someone who leaves after their pair has ended is not counted again', async () => {
    await joinByCode();
    await end(
      (await db.selectFrom('pairs').select('id').execute()).map(({ id }) => id),
      now,
    );
    await answer(turn(ben, 'Ben', 1), anIntent('privacy.forget', { about: 'yes' }));
    expect(await findPairSums(db, '2026-Q4')).toEqual({ code: 1, ended: 1 });
  });
});

test('a figure that was released for smaller groups than may be shown is shown to nobody', async () => {
  const figures = { outcomes: null, platforms: [], checkins: null };
  await keepRelease(db, 'week', { period: '2026-W47', figures, smallest: 5 });
  await keepRelease(db, 'week', { period: '2026-W47', figures, smallest: 11 });
  expect(await findReleases(db, 'week', 11)).toEqual([{ period: '2026-W47', smallest: 5, figures: null }]);
  expect(await findReleases(db, 'week', 5)).toEqual([{ period: '2026-W47', smallest: 5, figures }]);
});

describe('a year of the job', () => {
  const sunday = at('2026-06-07T06:00:00Z');

  /** Fifty-two weeks, in which the job is called a few times each. */
  async function play(run: (now: number) => Promise<void>) {
    const ids = await begin(40, 14, sunday);
    for (let week = 0; week < 52; week += 1) {
      const monday = sunday + day + week * 7 * day;
      await planDue(db, { at: monday + 12 * 3_600_000, now: monday + 12 * 3_600_000, content });
      await db.updateTable('outbox').set({ status: 'sent' }).where('status', '=', 'waiting').execute();
      if (week % 2 === 0) await end([ids[week] ?? ''], monday + day);
      for (const later of [0, 1, 2]) await run(monday + 7 * day - 3_600_000 + later * 3_600_000);
    }
    return db.selectFrom('releases').selectAll().orderBy('kind').orderBy('period').execute();
  }

  /** The job dies before its first statement, then before its second, and so on until it lives to its end. */
  async function dyingOnce(now: number): Promise<void> {
    for (let statements = 0; statements < 200; statements += 1)
      try {
        return await releaseFigures(db.withPlugin(diesAfter(statements)), now, limits);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    throw new Error('The job never lived to its end.');
  }

  test('killed between any two steps makes each release once, the same as without', async () => {
    const undisturbed = await play((now) => releaseFigures(db, now, limits));
    await close();
    ({ db, close } = await temporaryDatabase());
    const disturbed = await play(dyingOnce);
    expect(disturbed).toEqual(undisturbed);
    const kinds = undisturbed.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'week')).toHaveLength(52);
    expect(kinds.filter((kind) => kind === 'quarter')).toHaveLength(4);
    expect(kinds.filter((kind) => kind.startsWith('together'))).toHaveLength(2);
  }, 180_000);

  test('and two processes at once make each release once', async () => {
    await begin(40, 14, sunday);
    await planDue(db, { at: sunday + 2 * day, now: sunday + 2 * day, content });
    await db.updateTable('outbox').set({ status: 'sent' }).execute();
    const over = sunday + 8 * day;
    await Promise.all([1, 2, 3].map(() => releaseFigures(db, over, limits)));
    expect((await findReleases(db, 'week', 11)).map(({ period }) => period)).toEqual(['2026-W24']);
  });
});

class Killed extends Error {}

/** Lets so many statements through, and none after. */
function diesAfter(count: number): KyselyPlugin {
  let left = count;
  return {
    transformQuery({ node }) {
      left -= 1;
      if (left < 0) throw new Killed();
      return node;
    },
    async transformResult({ result }) {
      return result;
    },
  };
}

test('administrators read the quarter and the pairs that are still together', async () => {
  const ids = await begin(60, 12, at('2026-02-02T12:00:00Z'));
  await end(ids.slice(0, 18), at('2026-03-02T12:00:00Z'));
  await releaseFigures(db, at('2026-10-02T00:00:00Z'), limits);
  const hospital = { ...someHospital, admins: new Set(['slack:ULEAD']) };
  const scene = aScene({ db, now: at('2026-10-03T00:00:00Z'), from: slackPerson('ULEAD'), hospital });
  const shown = textOf(await answer({ ...scene, newcomer: aProfile('Lee') }, anIntent('figures.show')));
  expect(shown).toContain('About 145 members took part at the end of it.');
  expect(shown).toContain('They were in about 55 pairs.');
  expect(shown).toContain('Began in H1 2026: 75% after 3 months.');
});
