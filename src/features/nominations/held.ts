import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldPart, HeldRoom } from '../../people/held-room.ts';
import { nominationKeptMs } from './rules.ts';
import {
  deleteNominationsBy,
  deleteNominationsOf,
  findNominatedBy,
  forgetNominationsBefore,
  lastNominationOf,
} from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldAsNamed {
  /** When they were named last; null where nobody did. */
  readonly namedAt: number | null;
  /** When they named someone. */
  readonly naming: readonly number[];
}

/** What colleagues said: who named who is never told to anyone. */
export const nominationsHeld: HeldRoom<HeldAsNamed> = {
  tables: [{ table: 'nominations', columns: { person_id: 'account', nominator_fingerprint: 'fingerprint' } }],
  async find(db, { accounts }) {
    return {
      namedAt: await lastNominationOf(db, accounts),
      naming: await findNominatedBy(db, accounts),
    };
  },
  shown(reader, { namedAt, naming }) {
    const words = wordsFor(reader);
    const until = (at: number) => sayDate(at + nominationKeptMs, reader);
    const last = naming.at(-1);
    return [
      {
        section: 'support',
        name: 'namedAsSupporter',
        value: namedAt === null ? null : { keptUntil: iso(namedAt + nominationKeptMs) },
        lines: [[words.held.named, namedAt === null ? [] : [words.heldNamed(until(namedAt))]]],
      },
      {
        section: 'support',
        name: 'colleaguesNamed',
        value: naming.map((at) => ({ namedAt: iso(at) })),
        lines: [
          [words.held.naming, last === undefined ? [] : [words.heldNaming(naming.length, until(last))]],
        ],
      },
    ] satisfies readonly HeldPart[];
  },
  async erase() {},
  async eraseAccount(db, account) {
    await deleteNominationsOf(db, account);
    await deleteNominationsBy(db, account);
  },
  async forget(db, { now }) {
    await forgetNominationsBefore(db, now - nominationKeptMs);
  },
};
