import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldRoom } from '../../people/held-room.ts';
import { auditKeptMs } from './rules.ts';
import { findAuditOf, forgetAuditBefore, unnameInAudit } from './store.ts';
import { wordsFor } from './words.ts';

type Entries = Awaited<ReturnType<typeof findAuditOf>>;

/** What someone did as an administrator or director, and what was done to them as one. */
export const auditHeld: HeldRoom<Entries> = {
  tables: [
    {
      table: 'audit_entries',
      columns: { person_id: 'account', subject_person_id: 'account' },
    },
  ],
  async find(db, { accounts }) {
    const found = [];
    for (const account of accounts) found.push(...(await findAuditOf(db, account)));
    return found;
  },
  shown(reader, entries) {
    const words = wordsFor(reader);
    const last = entries.at(-1);
    return [
      {
        section: 'settings',
        name: 'auditList',
        value: entries.map(({ action, about, at }) => ({ action, about, at: iso(at) })),
        lines: [
          [
            words.held.entries,
            last === undefined ? [] : [words.heldEntries(entries.length, sayDate(last.at, reader))],
          ],
        ],
      },
    ];
  },
  async erase() {},
  eraseAccount: unnameInAudit,
  forget: (db, { now }) => forgetAuditBefore(db, now - auditKeptMs),
};
