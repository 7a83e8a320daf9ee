import { describe, expect, test } from '@jest/globals';
import { type Candidate, type Match, matched, type Wishes } from '../../src/features/matching/rules.ts';
import { ceiling, usualMost } from '../../src/features/supporters/rules.ts';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 28);

const noWish: Wishes = {
  kind: 'event-error',
  profession: null,
  specialty: null,
  rank: null,
  unit: null,
  otherUnit: false,
  night: false,
  language: null,
};

function supporter(id: string, more: Partial<Candidate> = {}): Candidate {
  return {
    id,
    profession: 'nurse',
    specialty: null,
    rank: null,
    unit: null,
    kinds: [],
    languages: [],
    nights: false,
    onCall: false,
    trainedAt: now - 30 * day,
    awayFrom: null,
    awayUntil: null,
    offersThisYear: 0,
    openOffers: 0,
    mostOffersAYear: usualMost,
    lot: '',
    ...more,
  };
}

function match(candidates: readonly Candidate[], wishes: Partial<Wishes> = {}, more: Partial<Match> = {}) {
  const ranks = ['early', 'experienced', 'head'];
  return matched({
    wishes: { ...noWish, ...wishes },
    candidates,
    excluded: new Set(),
    served: null,
    ranks,
    now,
    ...more,
  });
}

/** Who fits, in order. */
function order(...given: Parameters<typeof match>): string[] {
  return match(...given).fitting.map(({ id }) => id);
}

/** Why the one who was given doesn't fit; null when they do. */
function why(more: Partial<Candidate>, ...given: [Partial<Wishes>?, Partial<Match>?]): string | null {
  return match([supporter('one', more)], ...given).unfit[0]?.why ?? null;
}

describe('a supporter is not suggested', () => {
  test('before they are trained', () => {
    expect(why({ trainedAt: null })).toBe('untrained');
    expect(why({ trainedAt: now + 1 })).toBe('untrained');
    expect(why({ trainedAt: now })).toBeNull();
  });

  test('while they are away, from the first moment until they are back', () => {
    expect(why({ awayFrom: now, awayUntil: now + 1 })).toBe('away');
    expect(why({ awayFrom: now + 1, awayUntil: now + 2 })).toBeNull();
    expect(why({ awayFrom: now - 2, awayUntil: now })).toBeNull();
    expect(why({ awayFrom: now - 2 })).toBe('away');
    expect(why({ awayUntil: now + 1 })).toBe('away');
  });

  test('at their own limit, which open offers count toward, nor above the program’s', () => {
    expect(why({ offersThisYear: 3, openOffers: 1 })).toBe('at-limit');
    expect(why({ offersThisYear: 3 })).toBeNull();
    expect(why({ offersThisYear: 1, mostOffersAYear: 1 })).toBe('at-limit');
    expect(why({ offersThisYear: ceiling, mostOffersAYear: 9 })).toBe('at-limit');
  });

  test('when it is about them, they asked for it, or they said they can’t', () => {
    expect(why({}, {}, { excluded: new Set(['one']) })).toBe('excluded');
  });

  test('from the same unit, when another was asked for', () => {
    expect(why({ unit: '5-west' }, { unit: '5-west', otherUnit: true })).toBe('same-unit');
    // A person may ask those at their limit: not them.
    expect(why({ unit: '5-west', offersThisYear: 4 }, { unit: '5-west', otherUnit: true })).toBe('same-unit');
    expect(why({ unit: '5-west' }, { unit: '5-west' })).toBeNull();
    expect(why({ unit: '4-east' }, { unit: '5-west', otherUnit: true })).toBeNull();
  });

  test('but where a unit is unknown, nobody is kept out', () => {
    expect(why({ unit: '5-west' }, { otherUnit: true })).toBeNull();
    expect(why({}, { unit: '5-west', otherUnit: true })).toBeNull();
    expect(why({}, { otherUnit: true })).toBeNull();
  });

  test('to someone of a profession that the program isn’t there for yet; an unknown one is', () => {
    const served = new Set(['physician']);
    expect(why({}, { profession: 'nurse' }, { served })).toBe('not-served');
    expect(why({}, { profession: 'physician' }, { served })).toBeNull();
    expect(why({}, {}, { served })).toBeNull();
  });
});

describe('a supporter comes first', () => {
  test.each<[string, Partial<Candidate>, Partial<Wishes>]>([
    ['speaks-language', { languages: ['en', 'es'] }, { language: 'es' }],
    ['free-at-night', { nights: true }, { night: true }],
    ['same-specialty', { specialty: 'surgery' }, { specialty: 'surgery' }],
    ['same-profession', { profession: 'pharmacist' }, { profession: 'pharmacist' }],
    ['similar-or-higher-rank', { rank: 'experienced' }, { rank: 'experienced' }],
    ['similar-or-higher-rank', { rank: 'head' }, { rank: 'experienced' }],
    ['knows-kind', { kinds: ['event-violence'] }, { kind: 'event-violence' }],
    ['other-unit', { unit: '4-east' }, { unit: '5-west' }],
    ['on-call', { onCall: true }, {}],
  ])('for %s, and it is said', (reason, has, wishes) => {
    const { fitting } = match([supporter('a'), supporter('b', has)], wishes);
    expect(fitting).toEqual([
      { id: 'b', reasons: [reason], refresherDue: false },
      { id: 'a', reasons: [], refresherDue: false },
    ]);
  });

  test('not for a lower rank, or one that is unknown', () => {
    const of = (rank: string | null, than: string | null) =>
      match([supporter('a', { rank })], { rank: than }).fitting[0]?.reasons;
    for (const [rank, than] of [
      ['early', 'experienced'],
      [null, 'early'],
      ['head', null],
      ['head', 'unheard-of'],
      ['unheard-of', 'early'],
    ] as const)
      expect(of(rank, than)).toEqual([]);
  });

  test('with what the colleague wished for before everything else, then with more reasons', () => {
    const wishes = { language: 'es', specialty: 'surgery' };
    const candidates = [
      supporter('on-call', { onCall: true }),
      supporter('two', { onCall: true, specialty: 'surgery' }),
      supporter('spanish', { languages: ['es'] }),
    ];
    expect(order(candidates, wishes)).toEqual(['spanish', 'two', 'on-call']);
  });

  test('with a night that was wished for before more reasons, too', () => {
    const candidates = [
      supporter('two', { onCall: true, kinds: ['event-error'] }),
      supporter('night', { nights: true }),
    ];
    expect(order(candidates, { night: true })).toEqual(['night', 'two']);
  });

  test('among equals with the fewest this year, then by the lot drawn for this one, then always the same', () => {
    const candidates = [
      supporter('b', { lot: 'c' }),
      supporter('a', { lot: 'c' }),
      supporter('second', { lot: 'b' }),
      supporter('first', { lot: 'a' }),
      supporter('busy', { openOffers: 1 }),
    ];
    const { fitting } = match(candidates);
    expect(fitting.map(({ id }) => id)).toEqual(['first', 'second', 'a', 'b', 'busy']);
    expect(fitting.map(({ reasons }) => reasons)).toEqual([...Array(4).fill(['fewest-this-year']), []]);
  });

  test('when their refresher is due, too: it is only noted', () => {
    const dueOf = (trainedAt: number) => match([supporter('a', { trainedAt })]).fitting[0]?.refresherDue;
    expect([dueOf(now - 730 * day), dueOf(now - 731 * day)]).toEqual([false, true]);
  });
});
