import { iso, isoOrNull } from '../../calendar/instant-text.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import { halfYearBefore, quarterBefore } from '../../calendar/periods.ts';
import { sayDate } from '../../calendar/say.ts';
import { replaceInKeys } from '../../outbox/held-store.ts';
import type { ErasingParts, HeldRoom } from '../../people/held-room.ts';
import { newId } from '../../system/ids.ts';
import { deletePairs, findBuddiesByPair, type HeldBuddy } from './held-store.ts';
import { sendLeft } from './messages.ts';
import { findPairs, type Pair } from './store.ts';
import { countEnded, forgetPairSumsBefore, halfYearsCounted } from './sums-store.ts';
import { wordsFor } from './words.ts';

/** When an ended pair may go, what hangs on it says: see the check-ins. */
export const pairingHeld: HeldRoom<readonly HeldBuddy[]> = {
  tables: [{ table: 'pairs', columns: { first_member_id: 'member', second_member_id: 'member' } }],
  async find(db, { member }) {
    return member === null ? [] : [...(await findBuddiesByPair(db, member.id)).values()];
  },
  shown(reader, buddies) {
    const words = wordsFor(reader);
    const line = ({ name, since, until }: HeldBuddy) =>
      words.heldBuddy(name, sayDate(since, reader), until === null ? null : sayDate(until, reader));
    return [
      {
        section: 'buddies',
        name: 'buddies',
        value: buddies.map(({ name, since, until }) => ({
          name,
          since: iso(since),
          until: isoOrNull(until),
        })),
        lines: [[words.held.buddies, buddies.map(line)]],
      },
    ];
  },
  async erase(parts, { member }) {
    if (member === null) return;
    const pairs = await findPairs(parts.db, member.id);
    await deletePairs(parts.db, member.id);
    for (const { startedAt } of pairs) await countEnded(parts.db, startedAt, parts.now);
    for (const pair of pairs) await tellBuddy(parts, pair, member.name);
  },
  async eraseAccount() {},
  async forget(db, { now }) {
    await forgetPairSumsBefore(db, {
      quarter: quarterBefore(now),
      halfYear: halfYearBefore(now, halfYearsCounted),
    });
  },
};

async function tellBuddy(
  { db, now, redraw }: ErasingParts,
  { id, buddy }: Pair,
  name: string,
): Promise<void> {
  // The id points at no pair any more, and is kept nowhere either.
  await replaceInKeys(db, buddy.person, { id, instead: newId() });
  await sendLeft(db, buddy, name, now);
  await redraw(db, [buddy], weekOf(now, buddy.timeZone), { now, except: null });
}
