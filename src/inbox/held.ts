import { millisecondsInWeek } from '../calendar/spans.ts';
import type { HeldRoom } from '../people/held-room.ts';
import { forgetEventsBefore } from './store.ts';

/** Fingerprints of events, which lead to nobody. */
export const inboxHeld: HeldRoom<null> = {
  tables: [{ table: 'inbox', columns: { event_fingerprint: 'nowhere' } }],
  find: async () => null,
  shown: () => [],
  async erase() {},
  async eraseAccount() {},
  forget: (db, { now }) => forgetEventsBefore(db, now - millisecondsInWeek),
};
