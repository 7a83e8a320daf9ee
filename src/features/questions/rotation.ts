import { type IsoWeek, weekOrdinal } from '../../calendar/iso-week.ts';
import type { BankSet } from '../../content/content.ts';

/**
 * Mondays until a set can come round again. More than two years. No simple fraction of years either, in one round or in
 * two or three: a set whose turn falls on a week with questions of its own shall not meet that week each time (with
 * 113, five sets would never be asked; with 111, all are within twenty years). And well below the size of the bank, so
 * that it stays as it is when sets are added or taken away.
 */
const mondaysInARound = 111;

/** The sets that share each Monday of a round, and take turns round by round. */
type Seats = readonly (readonly [BankSet, ...BankSet[]])[];

const seatsOfBank = new WeakMap<readonly BankSet[], Seats>();

/**
 * The set for a week that has none of its own. Nothing comes twice within 104 Mondays, since a set sits in one place of
 * the round. The places follow from the ids alone, not from the order of the files, so that neither a file nor a theme
 * runs for weeks. A set that is added joins others and moves about one of them; in the two years around it a fifth of
 * a set is asked twice on average. Counting through a sorted list (`ordinal % size`) would repeat 27.
 */
export function nextInRotation(bank: readonly BankSet[], week: IsoWeek): BankSet {
  const seats = seatsOf(bank);
  const ordinal = weekOrdinal(week);
  const sharing = seats[ordinal % seats.length];
  if (sharing === undefined) throw new Error('The question bank has no set for a week.');
  return sharing[Math.floor(ordinal / seats.length) % sharing.length] ?? sharing[0];
}

function seatsOf(bank: readonly BankSet[]): Seats {
  const known = seatsOfBank.get(bank);
  if (known !== undefined) return known;
  const seats = seat(bank.filter((set) => set.weeks === undefined));
  seatsOfBank.set(bank, seats);
  return seats;
}

/**
 * Every pair of a set and a place has a number of its own, drawn from the id. The lowest goes first: it takes a place
 * that is still empty. Once all places are taken, each set that is left joins the place of its lowest number.
 */
function seat(sets: readonly BankSet[]): Seats {
  const places = Math.min(mondaysInARound, sets.length);
  const draws = sets
    .flatMap((set) =>
      Array.from({ length: places }, (_, place) => ({ set, place, number: draw(set.id, place) })),
    )
    .sort((one, other) => one.number - other.number);
  const seated = new Set<BankSet>();
  const seats = new Map<number, [BankSet, ...BankSet[]]>();
  for (const { set, place } of draws) {
    if (seated.has(set) || seats.has(place)) continue;
    seats.set(place, [set]);
    seated.add(set);
  }
  for (const { set, place } of draws) {
    if (seated.has(set)) continue;
    seats.get(place)?.push(set);
    seated.add(set);
  }
  return Array.from({ length: places }, (_, place) => seats.get(place)).filter(
    (sharing) => sharing !== undefined,
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
