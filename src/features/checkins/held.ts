import { iso } from '../../calendar/instant-text.ts';
import { addWeeks, weekOf } from '../../calendar/iso-week.ts';
import { sayInstant, sayMonday } from '../../calendar/say.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Reader } from '../../chat/reader.ts';
import type { HeldRoom } from '../../people/held-room.ts';
import { keepAsks } from '../../people/kept-asks/store.ts';
import { findBuddiesByPair } from '../pairing/held-store.ts';
import { forgetPairsEndedBefore } from '../pairing/store.ts';
import {
  type Between,
  findCheckinsOf,
  findReachAsks,
  findReachesOf,
  type HeldCheckin,
} from './held-store.ts';
import { reachesWithinMs, weeksKept } from './rules.ts';
import { forgetAcknowledgementsBefore, forgetReachesBefore, keepCheckinSums } from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldCheckins {
  readonly checkins: readonly HeldCheckin[];
  readonly reaches: readonly Between[];
}

/** All of it hangs on the pairs. */
export const checkinsHeld: HeldRoom<HeldCheckins> = {
  tables: [
    { table: 'acknowledgements', columns: { member_id: 'member', pair_id: 'pair' } },
    { table: 'reaches', columns: { member_id: 'member', pair_id: 'pair' } },
  ],
  async find(db, { member }) {
    if (member === null) return { checkins: [], reaches: [] };
    const pairs = await findBuddiesByPair(db, member.id);
    return {
      checkins: await findCheckinsOf(db, member.id, pairs),
      reaches: await findReachesOf(db, member.id, pairs),
    };
  },
  shown(reader, { checkins, reaches }) {
    const words = wordsFor(reader);
    return [
      {
        section: 'weeks',
        name: 'checkins',
        value: checkins.map(({ week, buddy, byMe, at }) => ({
          week,
          buddy,
          notedByMe: byMe,
          notedAt: iso(at),
        })),
        lines: [[words.held.checkins, byBuddy(reader, checkins)]],
      },
      {
        section: 'weeks',
        name: 'checkinsAskedFor',
        value: reaches.map(({ buddy, byMe, at }) => ({ buddy, askedByMe: byMe, askedAt: iso(at) })),
        lines: [
          [
            words.held.reaches,
            reaches.map(({ buddy, byMe, at }) => words.heldReach(buddy, byMe, sayInstant(at, reader))),
          ],
        ],
      },
    ];
  },
  async erase({ db, now }, { member, accounts }) {
    if (member === null) return;
    await keepCheckinSums(db, member.id);
    await keepAsks(db, accounts, 'checkin', await findReachAsks(db, member.id, now - reachesWithinMs));
  },
  async eraseAccount() {},
  async forget(db, { now }) {
    const firstKept = addWeeks(weekOf(now, 'UTC'), -weeksKept);
    await forgetAcknowledgementsBefore(db, firstKept);
    // Ended pairs stay until nothing that was noted in them is left.
    await forgetPairsEndedBefore(db, now - (weeksKept + 2) * millisecondsInWeek);
    await forgetReachesBefore(db, now - reachesWithinMs);
  },
};

/** One entry for each buddy, with the weeks; a week counts once, whichever of the two noted it. */
function byBuddy(reader: Reader, checkins: readonly HeldCheckin[]): readonly string[] {
  const words = wordsFor(reader);
  return [...Map.groupBy(checkins, ({ buddy }) => buddy)].map(([buddy, noted]) => {
    const weeks = [...new Set(noted.map(({ week }) => week))].sort();
    return words.heldCheckins(buddy, weeks.map((week) => sayMonday(week, reader)).join(', '));
  });
}
