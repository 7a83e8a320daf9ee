import { iso, isoOrNull } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldPart, HeldRoom } from '../../people/held-room.ts';
import {
  deleteNominationsBy,
  deleteNominationsOf,
  findNominatedBy,
  forgetNominationsBefore,
  lastNominationOf,
} from './nomination-store.ts';
import { invitedForMs, nominationKeptMs } from './rules.ts';
import {
  deleteSupporter,
  findSupporter,
  findSupporterOf,
  forgetInvitedBefore,
  type Supporter,
} from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldAsSupporter {
  readonly card: Supporter | null;
  /** Their own supporter, by name. */
  readonly own: string | null;
  /** When they were named last; null where nobody did. */
  readonly namedAt: number | null;
  /** When they named someone. */
  readonly naming: readonly number[];
}

/** A card, all of it by themselves, and what colleagues said: who named who is never told to anyone. */
export const supportersHeld: HeldRoom<HeldAsSupporter> = {
  tables: [
    { table: 'supporters', columns: { person_id: 'account', own_supporter_id: 'nowhere' } },
    { table: 'nominations', columns: { person_id: 'account', nominator_fingerprint: 'fingerprint' } },
  ],
  async find(db, { accounts }) {
    const card = await findSupporterOf(db, accounts);
    const ownId = card?.ownSupporterId ?? null;
    return {
      card,
      own: ownId === null ? null : ((await findSupporter(db, ownId))?.name ?? null),
      namedAt: await lastNominationOf(db, accounts),
      naming: await findNominatedBy(db, accounts),
    };
  },
  shown(reader, { card, own, namedAt, naming }) {
    const words = wordsFor(reader);
    const until = (at: number) => sayDate(at + nominationKeptMs, reader);
    const last = naming.at(-1);
    return [
      {
        section: 'support',
        name: 'supportersCard',
        value: card === null ? null : cardEntry(card, own),
        lines: [
          [
            words.held.card,
            card === null ? [] : [words.heldCard[card.state](sayDate(card.createdAt, reader))],
          ],
        ],
      },
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
    const supporter = await findSupporterOf(db, [account]);
    if (supporter !== null) await deleteSupporter(db, supporter.id);
    await deleteNominationsOf(db, account);
    await deleteNominationsBy(db, account);
  },
  async forget(db, { now }) {
    await forgetInvitedBefore(db, now - invitedForMs);
    await forgetNominationsBefore(db, now - nominationKeptMs);
  },
};

/** All that stands on it, as it's kept; the rest of the row says who they are. */
function cardEntry(
  { person: _person, id: _id, ownSupporterId: _own, lastOfferAt, createdAt, ...card }: Supporter,
  ownSupporter: string | null,
) {
  return { ...card, ownSupporter, lastOfferAt: isoOrNull(lastOfferAt), since: iso(createdAt) };
}
