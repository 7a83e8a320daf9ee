import { millisecondsInDay } from '../../calendar/spans.ts';
import type { EventKind } from '../../content/event-kinds.ts';
import { ceiling } from '../supporters/rules.ts';

/** What a referral asks for, and what's known of the colleague; null: unknown, or no wish. */
export interface Wishes {
  readonly kind: EventKind;
  readonly profession: string | null;
  readonly specialty: string | null;
  readonly rank: string | null;
  readonly unit: string | null;
  /** Someone from another unit than theirs, please. */
  readonly otherUnit: boolean;
  /** To talk at night, please. */
  readonly night: boolean;
  readonly language: string | null;
}

/** A supporter, as their card and their offers have it. Instants are epoch milliseconds. */
export interface Candidate {
  readonly id: string;
  readonly profession: string | null;
  readonly specialty: string | null;
  readonly rank: string | null;
  readonly unit: string | null;
  readonly kinds: readonly EventKind[];
  readonly languages: readonly string[];
  readonly nights: boolean;
  readonly onCall: boolean;
  readonly trainedAt: number | null;
  /** null beside an `awayUntil`: already. */
  readonly awayFrom: number | null;
  /** From this instant on they're back. null beside an `awayFrom`: until they say so. */
  readonly awayUntil: number | null;
  /** Those that are over, without `openOffers` and without those they couldn't take. */
  readonly offersThisYear: number;
  readonly openOffers: number;
  readonly mostOffersAYear: number;
  /** Drawn for this referral alone: who comes first among equals. Nothing is kept for it. */
  readonly lot: string;
}

export interface Match {
  readonly wishes: Wishes;
  readonly candidates: readonly Candidate[];
  /** The colleague, who asked for them, who was asked already, who said they can't. */
  readonly excluded: ReadonlySet<string>;
  /** The professions that the program is there for; null: all. */
  readonly served: ReadonlySet<string> | null;
  /** From the lowest to the highest. */
  readonly ranks: readonly string[];
  readonly now: number;
}

export type Reason =
  | 'speaks-language'
  | 'free-at-night'
  | 'same-specialty'
  | 'same-profession'
  | 'similar-or-higher-rank'
  | 'knows-kind'
  | 'other-unit'
  | 'on-call'
  | 'fewest-this-year';

export type WhyNot = 'excluded' | 'untrained' | 'not-served' | 'away' | 'at-limit' | 'same-unit';

export interface Fitting {
  readonly id: string;
  readonly reasons: readonly Reason[];
  /** Trained more than two years ago. It stands in nobody's way. */
  readonly refresherDue: boolean;
}

export interface Matched {
  /** The first is the one to ask. */
  readonly fitting: readonly Fitting[];
  /** By id. */
  readonly unfit: readonly { readonly id: string; readonly why: WhyNot }[];
}

const refreshedForMs = 2 * 365 * millisecondsInDay;

/**
 * Who fits, in order: who meets more of the colleague's own wishes (language, night), then who has more reasons, then who
 * has had the fewest offers this year, then by lot. The order of the candidates means nothing.
 */
export function matched(match: Match): Matched {
  const judged = match.candidates
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((candidate) => ({ candidate, why: whyNot(candidate, match) }));
  const free = judged.filter(({ why }) => why === null).map(({ candidate }) => candidate);
  const loads = free.map(loadOf);
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  return {
    fitting: free
      .map((candidate) => ({ candidate, reasons: reasonsFor(candidate, match) }))
      .sort(byFit)
      .map(({ candidate, reasons }) => ({
        id: candidate.id,
        reasons: loadOf(candidate) === least && least < most ? [...reasons, 'fewest-this-year'] : reasons,
        refresherDue: isDue(candidate, match.now),
      })),
    unfit: judged.flatMap(({ candidate: { id }, why }) => (why === null ? [] : [{ id, why }])),
  };
}

/** The limits that no reason outweighs. */
function whyNot(candidate: Candidate, { wishes, excluded, served, now }: Match): WhyNot | null {
  const { profession, unit, otherUnit } = wishes;
  if (excluded.has(candidate.id)) return 'excluded';
  if (candidate.trainedAt === null || candidate.trainedAt > now) return 'untrained';
  if (served !== null && profession !== null && !served.has(profession)) return 'not-served';
  if (isAway(candidate, now)) return 'away';
  if (otherUnit && isSame(unit, candidate.unit)) return 'same-unit';
  // Comes last: a person may ask those that nothing else excludes.
  if (loadOf(candidate) >= Math.min(candidate.mostOffersAYear, ceiling)) return 'at-limit';
  return null;
}

function isDue({ trainedAt }: Candidate, now: number): boolean {
  return trainedAt !== null && now - trainedAt > refreshedForMs;
}

function isAway({ awayFrom, awayUntil }: Candidate, now: number): boolean {
  if (awayFrom === null && awayUntil === null) return false;
  return now >= (awayFrom ?? -Infinity) && now < (awayUntil ?? Infinity);
}

/** An open offer takes a place of this year's. */
function loadOf({ offersThisYear, openOffers }: Candidate): number {
  return offersThisYear + openOffers;
}

function reasonsFor(candidate: Candidate, { wishes, ranks }: Match): Reason[] {
  const { unit } = wishes;
  const isOther = unit !== null && candidate.unit !== null && candidate.unit !== unit;
  const all: [Reason, boolean][] = [
    ['speaks-language', wishes.language !== null && candidate.languages.includes(wishes.language)],
    ['free-at-night', wishes.night && candidate.nights],
    ['same-specialty', isSame(wishes.specialty, candidate.specialty)],
    ['same-profession', isSame(wishes.profession, candidate.profession)],
    ['similar-or-higher-rank', isAsHigh(candidate.rank, wishes.rank, ranks)],
    ['knows-kind', candidate.kinds.includes(wishes.kind)],
    ['other-unit', isOther],
    ['on-call', candidate.onCall],
  ];
  return all.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** What's unknown is like nothing. */
function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function isAsHigh(rank: string | null, than: string | null, ranks: readonly string[]): boolean {
  if (rank === null || than === null || !ranks.includes(than)) return false;
  return ranks.indexOf(rank) >= ranks.indexOf(than);
}

interface Considered {
  readonly candidate: Candidate;
  readonly reasons: readonly Reason[];
}

/** Where all is equal, the order before stays. */
function byFit(one: Considered, other: Considered): number {
  return (
    wishesMet(other) - wishesMet(one) ||
    other.reasons.length - one.reasons.length ||
    byLoad(one.candidate, other.candidate)
  );
}

/** Who has had the fewest this year comes first, then whose lot does. */
export function byLoad(one: Candidate, other: Candidate): number {
  return loadOf(one) - loadOf(other) || (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : 0);
}

function wishesMet({ reasons }: Considered): number {
  return reasons.filter((reason) => reason === 'speaks-language' || reason === 'free-at-night').length;
}
