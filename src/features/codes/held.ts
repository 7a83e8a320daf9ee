import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldRoom } from '../../people/held-room.ts';
import { findCodesOf, findWrongCodes, type HeldCode } from './held-store.ts';
import { wrongCodesWithinMs } from './rules.ts';
import { forgetCodesBefore } from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldCodes {
  readonly codes: readonly HeldCode[];
  /** When a code that didn't work was entered. */
  readonly wrong: readonly number[];
}

/** Codes hang on the member who made them; wrong ones on the account that entered them, by its fingerprint. */
export const codesHeld: HeldRoom<HeldCodes> = {
  tables: [
    { table: 'invitation_codes', columns: { inviter_id: 'member', code_fingerprint: 'nowhere' } },
    { table: 'wrong_codes', columns: { person_fingerprint: 'fingerprint' } },
  ],
  async find(db, { member, accounts }) {
    const wrong: number[] = [];
    for (const account of accounts) wrong.push(...(await findWrongCodes(db, account)));
    return { wrong, codes: member === null ? [] : await findCodesOf(db, member.id) };
  },
  shown(reader, { codes, wrong }) {
    const words = wordsFor(reader);
    const worksUntil = codes.map((code) => words.heldCode(sayDate(code.worksUntil, reader)));
    return [
      {
        section: 'buddies',
        name: 'codes',
        value: codes.map(codeEntry),
        lines: [[words.held.codes, worksUntil]],
      },
      {
        section: 'attempts',
        name: 'codesThatDidNotWork',
        value: wrong.map(iso),
        lines: [[words.held.wrongCodes, wrong.length === 0 ? [] : [words.heldWrongCodes(wrong.length)]]],
      },
    ];
  },
  async erase() {},
  // Wrong codes stay for their hour, or erasing oneself would be a way to go on guessing.
  async eraseAccount() {},
  forget: (db, { now }) => forgetCodesBefore(db, now, now - wrongCodesWithinMs),
};

/** As it stands in the copy. */
export function codeEntry({ madeAt, worksUntil }: HeldCode) {
  return { madeAt: iso(madeAt), worksUntil: iso(worksUntil) };
}
