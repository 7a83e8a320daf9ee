import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventKinds } from '../../src/content/event-kinds.ts';
import { type Candidate, type Match, matched, type Wishes } from '../../src/features/matching/rules.ts';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 28);
const ranks = ['early', 'experienced', 'head'];

const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const instant = fc.constantFrom(null, now - 800 * day, now - day, now, now + day);

const wishes: fc.Arbitrary<Wishes> = fc.record({
  kind: fc.constantFrom(...eventKinds),
  profession: maybe('nurse', 'physician'),
  specialty: maybe('surgery', 'cardiology'),
  rank: maybe(...ranks),
  unit: maybe('5-west', '4-east'),
  otherUnit: fc.boolean(),
  night: fc.boolean(),
  language: maybe('es', 'vi'),
});

const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.stringMatching(/^[a-z]{1,4}$/),
  profession: maybe('nurse', 'physician'),
  specialty: maybe('surgery', 'cardiology'),
  rank: maybe(...ranks),
  unit: maybe('5-west', '4-east'),
  kinds: fc.subarray([...eventKinds]),
  languages: fc.subarray(['en', 'es', 'vi']),
  nights: fc.boolean(),
  onCall: fc.boolean(),
  trainedAt: fc.oneof(
    { weight: 4, arbitrary: fc.constant(now - 90 * day) },
    { weight: 1, arbitrary: instant },
  ),
  awayFrom: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: instant }),
  awayUntil: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: instant }),
  offersThisYear: fc.nat({ max: 3 }),
  openOffers: fc.nat({ max: 2 }),
  mostOffersAYear: fc.integer({ min: 1, max: 7 }),
  lot: fc.stringMatching(/^[a-f0-9]{2}$/),
});

const match: fc.Arbitrary<Match> = fc
  .record({
    wishes,
    candidates: fc.uniqueArray(candidate, { maxLength: 12, selector: ({ id }) => id }),
    served: maybe<ReadonlySet<string>>(new Set(['nurse']), new Set()),
    ranks: fc.constant(ranks),
    now: fc.constant(now),
  })
  .chain((rest) =>
    fc
      .subarray(rest.candidates.map(({ id }) => id))
      .chain((ids) => fc.boolean().map((some) => ({ ...rest, excluded: new Set(some ? ids : []) }))),
  );

test('no limit is ever broken, whatever speaks for someone, and everyone is told of once', () => {
  fc.assert(
    fc.property(match, (given) => {
      const { fitting, unfit } = matched(given);
      const named = [...fitting, ...unfit].map(({ id }) => id);
      expect([...named].sort()).toEqual(given.candidates.map(({ id }) => id).sort());
      for (const { id } of fitting) expect(limitsBrokenBy(found(given, id), given)).toEqual([]);
      for (const { id, why } of unfit) expect(limitsBrokenBy(found(given, id), given)).toContain(why);
    }),
  );
});

test('the order in which supporters are kept decides nothing', () => {
  fc.assert(
    fc.property(match, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const shuffled = given.candidates
        .map((one) => ({ one, at: numbers.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(matched({ ...given, candidates: shuffled })).toEqual(matched(given));
      expect(matched({ ...given, candidates: given.candidates.toReversed() })).toEqual(matched(given));
    }),
  );
});

test('one more who does not fit changes nothing for those who do', () => {
  fc.assert(
    fc.property(match, candidate, (given, more) => {
      fc.pre(given.candidates.every(({ id }) => id !== more.id));
      const untrained = { ...more, trainedAt: null };
      expect(matched({ ...given, candidates: [...given.candidates, untrained] }).fitting).toEqual(
        matched(given).fitting,
      );
    }),
  );
});

test('of two who are alike but for their load, the one with less comes first', () => {
  fc.assert(
    fc.property(match, candidate, (given, one) => {
      const twin = { ...one, id: `${one.id}-less`, offersThisYear: 0, openOffers: 0 };
      const loaded = { ...one, id: `${one.id}-a`, offersThisYear: 1, openOffers: 0 };
      const { fitting } = matched({ ...given, candidates: [...given.candidates, loaded, twin] });
      const [less, more] = [twin, loaded].map(({ id }) => fitting.findIndex((fits) => fits.id === id));
      if (more !== -1) expect(less).toBeLessThan(more ?? -1);
      if (more !== -1) expect(less).not.toBe(-1);
    }),
  );
});

test('over a year of referrals nobody goes beyond their limit, and nobody waits while someone is free', () => {
  fc.assert(
    fc.property(match, fc.array(wishes, { maxLength: 60 }), (given, referrals) => {
      let candidates = given.candidates;
      for (const next of referrals) {
        const asked = { ...given, wishes: next, candidates };
        const first = matched(asked).fitting[0];
        const free = candidates.filter((one) => limitsBrokenBy(one, asked).length === 0);
        expect(first === undefined).toBe(free.length === 0);
        candidates = candidates.map((one) =>
          one.id === first?.id ? { ...one, openOffers: one.openOffers + 1 } : one,
        );
      }
      for (const one of candidates) {
        const before = found(given, one.id);
        const most = Math.max(loadOf(before), Math.min(one.mostOffersAYear, 5));
        expect(loadOf(one)).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 50 },
  );
});

/** The limits once more, one by one. */
function limitsBrokenBy(one: Candidate, { wishes: asked, excluded, served }: Match): string[] {
  const limits: [string, boolean][] = [
    ['excluded', excluded.has(one.id)],
    ['untrained', one.trainedAt === null || one.trainedAt > now],
    ['not-served', served !== null && asked.profession !== null && !served.has(asked.profession)],
    ['away', isAway(one)],
    ['at-limit', loadOf(one) >= one.mostOffersAYear || loadOf(one) >= 5],
    ['same-unit', asked.otherUnit && asked.unit !== null && asked.unit === one.unit],
  ];
  return limits.flatMap(([name, broken]) => (broken ? [name] : []));
}

function isAway({ awayFrom, awayUntil }: Candidate): boolean {
  if (awayFrom !== null && awayUntil !== null) return awayFrom <= now && now < awayUntil;
  if (awayFrom !== null) return awayFrom <= now;
  return awayUntil !== null && now < awayUntil;
}

function loadOf({ offersThisYear, openOffers }: Candidate): number {
  return offersThisYear + openOffers;
}

function found({ candidates }: Match, id: string): Candidate {
  const one = candidates.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`Nobody is called ${id}.`);
  return one;
}
