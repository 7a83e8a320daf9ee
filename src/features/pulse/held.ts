import { iso } from '../../calendar/instant-text.ts';
import { sayDate, sayQuarter } from '../../calendar/say.ts';
import type { HeldRoom } from '../../people/held-room.ts';
import { type Asked, findAsked } from './asked-store.ts';
import { wordsFor } from './words.ts';

/** Who was told and asked goes with the member. A spent token leads to nobody, and goes with its pulse. */
export const pulseHeld: HeldRoom<Asked | null> = {
  tables: [
    { table: 'pulse_asked', columns: { member_id: 'member' } },
    { table: 'pulse_spent', columns: { fingerprint: 'nowhere' } },
  ],
  find: async (db, { member }) => (member === null ? null : findAsked(db, member.id)),
  shown(reader, asked) {
    const words = wordsFor(reader);
    return [
      {
        section: 'settings',
        name: 'pulse',
        value: asked === null ? null : { toldAt: iso(asked.toldAt), lastAskedIn: asked.quarter },
        lines: [[words.held.pulse, asked === null ? [] : [said(asked)]]],
      },
    ];

    function said({ toldAt, quarter }: Asked): string {
      const day = sayDate(toldAt, reader);
      return quarter === null ? words.told(day) : words.asked(day, sayQuarter(quarter, reader));
    }
  },
  async erase() {},
  async eraseAccount() {},
  async forget() {},
};
