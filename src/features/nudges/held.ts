import { weekOf } from '../../calendar/iso-week.ts';
import { sayMonday } from '../../calendar/say.ts';
import { messagesKeptMs } from '../../outbox/held.ts';
import type { HeldRoom } from '../../people/held-room.ts';
import { findMondaysWithout, type HeldMonday } from './held-store.ts';
import { forgetNudgesBefore, keepNotSentSums, keepNudgeSums } from './store.ts';
import { wordsFor } from './words.ts';

/** Why someone got no nudge hangs on the member. Those who got one are in the outbox, which is to the left. */
export const nudgesHeld: HeldRoom<readonly HeldMonday[]> = {
  tables: [{ table: 'nudges_not_sent', columns: { member_id: 'member' } }],
  find: async (db, { member }) => (member === null ? [] : findMondaysWithout(db, member.id)),
  shown(reader, mondays) {
    const words = wordsFor(reader);
    return [
      {
        section: 'weeks',
        name: 'mondaysWithoutQuestions',
        value: mondays.map(({ week, outcome }) => ({ week, why: outcome })),
        lines: [
          [
            words.held.mondaysWithout,
            mondays.map(({ week, outcome }) => words.heldMonday(sayMonday(week, reader), outcome)),
          ],
        ],
      },
    ];
  },
  async erase({ db }, { member }) {
    if (member !== null) await keepNotSentSums(db, member.id);
  },
  eraseAccount: keepNudgeSums,
  async forget(db, { now }) {
    await forgetNudgesBefore(db, weekOf(now - messagesKeptMs, 'UTC'));
  },
};
