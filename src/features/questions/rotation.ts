import { type IsoWeek, weekOrdinal } from '../../calendar/iso-week.ts';
import type { BankSet } from '../../content/bank.ts';

/**
 * Mondays until a set can come round again. More than two years. No simple fraction of years either, in one round or in
 * two or three: a set whose turn falls on a week with questions of its own shouldn't meet that week each time (with 131,
 * four sets wouldn't be asked within twenty years; with 121, all are). And well below the size of the bank, so that it
 * stays as it is when sets are added or taken away.
 */
const mondaysInARound = 121;

/** The sets that share a Monday of a round, and take turns round by round. */
type Seat = readonly BankSet[];

const seatsOfBank = new WeakMap<readonly BankSet[], readonly Seat[]>();

/**
 * The set for a week that has none of its own. Nothing comes twice within 104 Mondays, since a set sits in one place of
 * the round; no theme comes twice within three, and no two heavy ones in a row, since none such sit that near. The places
 * follow from the ids, not from the order of the files. A set that's added or taken away moves few others.
 */
export function nextInRotation(bank: readonly BankSet[], week: IsoWeek): BankSet {
  const seats = seatsOf(bank);
  const ordinal = weekOrdinal(week);
  const sharing = seats[ordinal % seats.length] ?? [];
  const set = sharing[Math.floor(ordinal / seats.length) % sharing.length];
  if (set === undefined) throw new Error('The question bank has no set for a week.');
  return set;
}

function seatsOf(bank: readonly BankSet[]): readonly Seat[] {
  const known = seatsOfBank.get(bank);
  if (known !== undefined) return known;
  const seats = seat(bank.filter(({ weeks }) => weeks === null));
  seatsOfBank.set(bank, seats);
  return seats;
}

/**
 * Every pair of a set and a place has a number of its own, drawn from the id. The lowest goes first: it takes a place
 * that's still empty and suits it. Each set that's left joins the place of its lowest number that suits it. A bank of too
 * few themes has places that suit nobody; they're filled all the same.
 */
function seat(sets: readonly BankSet[]): readonly Seat[] {
  const seats: BankSet[][] = Array.from({ length: Math.min(mondaysInARound, sets.length) }, () => []);
  const draws = sets
    .flatMap((set) => seats.map((_, place) => ({ set, place, number: draw(set.id, place) })))
    .sort((one, other) => one.number - other.number);
  const seated = new Set<BankSet>();
  const seatWhere = (isRight: (set: BankSet, place: number) => boolean): void => {
    for (const { set, place } of draws) {
      if (seated.has(set) || !isRight(set, place)) continue;
      seats[place]?.push(set);
      seated.add(set);
    }
  };
  const isEmpty = (place: number) => seats[place]?.length === 0;
  seatWhere((set, place) => isEmpty(place) && suits(seats, set, place));
  seatWhere((_, place) => isEmpty(place));
  seatWhere((set, place) => suits(seats, set, place));
  seatWhere(() => true);
  return seats;
}

/** Whether nothing near the place, in whatever round, has the theme of the set; and beside it nothing is heavy as it is. */
function suits(seats: readonly Seat[], set: BankSet, place: number): boolean {
  const at = (distance: number): Seat => seats[(place + distance + seats.length) % seats.length] ?? [];
  const neighbors = [...at(-1), ...at(1)];
  return (
    [...at(-2), ...neighbors, ...at(2)].every(({ theme }) => theme !== set.theme) &&
    (set.weight !== 'heavy' || neighbors.every(({ weight }) => weight !== 'heavy'))
  );
}

/** FNV-1a with the final mix of MurmurHash3: the same number in every process and on every machine. */
function draw(id: string, place: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${id} ${place}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
