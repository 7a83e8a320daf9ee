import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldRoom } from '../held-room.ts';
import { askCountsMs } from './rules.ts';
import { findKeptAsks, forgetKeptAsks, type KeptAsk, mostOfAnAccount } from './store.ts';
import { wordsFor } from './words.ts';

/** By the fingerprint of who asked: shown to them when they come back, and to nobody that they asked. */
export const keptAsksHeld: HeldRoom<readonly KeptAsk[]> = {
  tables: [
    { table: 'kept_asks', columns: { asker_fingerprint: 'fingerprint', both_fingerprint: 'nowhere' } },
  ],
  find: (db, { accounts }) => findKeptAsks(db, accounts),
  shown(reader, kept) {
    const words = wordsFor(reader);
    const entries = [...Map.groupBy(kept, ({ kind }) => kind)].map(([kind, asks]) => {
      const last = Math.max(...asks.map(({ at }) => at));
      return words.heldAsks[kind](mostOfAnAccount(asks), sayDate(last + askCountsMs[kind], reader));
    });
    return [
      {
        section: 'attempts',
        name: 'askedBeforeErased',
        value: kept.map(({ kind, at }) => ({ kind, askedAt: iso(at) })),
        lines: [[words.held.asks, entries]],
      },
    ];
  },
  // It's what stays when someone is erased, and goes by its age alone.
  async erase() {},
  async eraseAccount() {},
  forget: (db, { now }) => forgetKeptAsks(db, now),
};
