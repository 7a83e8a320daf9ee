import { isPaused } from '../../people/members/rules.ts';
import type { Member } from '../../people/members/store.ts';

/** One list fits a phone, and no platform cuts it. */
export const mostShown = 20;

export interface Asking {
  /** Null for someone who is no member. */
  readonly memberId: string | null;
  readonly buddyIds: ReadonlySet<string>;
  readonly now: number;
  readonly maxBuddies: number;
  /** How many buddies each candidate has. */
  readonly buddiesOf: ReadonlyMap<string, number>;
  /** Where a candidate stands today, no matter who asks: when they are too many, everyone's turn comes. */
  readonly turnOf: (candidate: Member) => string;
}

/** Who someone who asks may see, by name: an order that ranks nobody. */
export function whoIsOpen(candidates: readonly Member[], asking: Asking): readonly Member[] {
  const { memberId, buddyIds, now, maxBuddies, buddiesOf, turnOf } = asking;
  return candidates
    .filter(
      (candidate) =>
        candidate.id !== memberId &&
        !buddyIds.has(candidate.id) &&
        !isPaused(candidate.rhythm, now) &&
        (buddiesOf.get(candidate.id) ?? 0) < maxBuddies,
    )
    .toSorted((one, other) => (turnOf(one) < turnOf(other) ? -1 : 1))
    .slice(0, mostShown)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The paragraphs of the guide that ask something. */
export function questionsAmong(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.filter((paragraph) => paragraph.trimEnd().endsWith('?'));
}
