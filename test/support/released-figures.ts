import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import type { Database } from '../../src/db/schema.ts';
import type { Figures } from '../../src/features/figures/release.ts';
import { keepRelease } from '../../src/features/figures/store.ts';
import { countedNames } from '../../src/features/tallies/rules.ts';

const smallest = 11;

const [firstWeek, weeks] = ['2026-W36' as IsoWeek, 12];

/** A year and a half of a hospital, with every way in which a figure can be said, or not. */
export async function releaseMany(db: Database): Promise<void> {
  for (let index = 0; index < weeks; index += 1)
    await keepRelease(db, 'week', { period: addWeeks(firstWeek, index), figures: week(index), smallest });
  for (const [period, figures] of Object.entries(quarters))
    await keepRelease(db, 'quarter', { period, figures, smallest });
  for (const [kind, points] of Object.entries(together) as [keyof typeof together, Points][])
    for (const [period, point] of Object.entries(points))
      await keepRelease(db, kind, { period, figures: { point }, smallest });
  await keepRelease(db, 'pulse', { period: '2026-Q3', figures: pulse, smallest });
  for (const [index, talked] of [9, 10, 8].entries())
    await db
      .insertInto('support_batches')
      .values({ number: index + 1, figures: JSON.stringify(batch(talked)) })
      .execute();
}

const pulse: Figures<'pulse'> = {
  feeling: {
    type: 'groups',
    total: 120,
    shown: [
      { name: 'worn', count: 40 },
      { name: 'mostly', count: 50 },
    ],
    together: 30,
  },
  weighs: { type: 'nearly-all', total: 90, name: 'staffing' },
};

function week(index: number): Figures<'week'> {
  const total = 180 + 5 * index;
  if (index === 4) return { outcomes: null, platforms: [], checkins: null };
  if (index === 7)
    return {
      outcomes: { type: 'nearly-all', total, name: 'sent' },
      platforms: [],
      checkins: { type: 'nearly-all', total: 90, name: 'checked-in' },
    };
  const outcomes = [{ name: 'sent' as const, count: total - 30 }];
  const checkins = [
    { name: 'checked-in' as const, count: 55 + (index % 3) * 5 },
    { name: 'not' as const, count: 45 - (index % 3) * 5 },
  ];
  return {
    outcomes: { type: 'groups', total, shown: outcomes, together: 30 },
    platforms: [{ name: 'slack', count: total - 60, total: total - 40 }],
    checkins: { type: 'groups', total: 100, shown: checkins, together: 0 },
  };
}

const nothing = { startedBy: null, cadences: null, professions: null };

const quarters: Readonly<Record<string, Figures<'quarter'>>> = {
  '2025-Q3': { ...nothing, members: null, pairs: null, started: null },
  '2025-Q4': { ...nothing, members: 60, pairs: 30, started: 35 },
  '2026-Q1': { ...nothing, members: 115, pairs: 55, started: null },
  '2026-Q2': { ...nothing, members: 160, pairs: 80, started: 40 },
  '2026-Q3': {
    ...nothing,
    members: 235,
    pairs: 125,
    started: 60,
    cadences: {
      type: 'groups',
      total: 235,
      shown: [{ name: 'weekly', count: 200 }],
      together: 35,
    },
    professions: { type: 'groups', total: 235, shown: [{ name: 'nurse', count: 140 }], together: 95 },
  },
};

type Points = Readonly<Record<string, Figures<'together-3'>['point']>>;

const together = {
  'together-3': {
    '2024-H2': { type: 'share', share: 85 },
    '2025-H1': { type: 'as-before' },
    '2025-H2': { type: 'share', share: 90 },
    '2026-H1': { type: 'share', share: 95 },
  },
  'together-6': {
    '2024-H2': { type: 'as-before' },
    '2025-H1': { type: 'share', share: 80 },
    '2025-H2': { type: 'share', share: 75 },
  },
  'together-12': { '2024-H2': { type: 'few' }, '2025-H1': { type: 'share', share: 65 }, '2025-H2': null },
} as const satisfies Record<string, Points>;

function batch(talked: number) {
  const counted = Object.fromEntries(countedNames.map((name) => [name, 0]));
  return {
    counted: { ...counted, closed: 12, talked, 'reached-in-a-day': 11, declined: 12 - talked, group: 2 },
    kinds: talked === 10 ? { 'event-death': 12 } : null,
  };
}
