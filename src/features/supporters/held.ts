import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { HeldPart, HeldRoom } from '../../people/held-room.ts';
import { invitedForMs, yearOf } from './rules.ts';
import {
  deleteSupporter,
  findSupporter,
  findSupporterOf,
  forgetCountsBefore,
  forgetInvitedBefore,
  type Supporter,
} from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldAsSupporter {
  readonly card: Supporter | null;
  /** Their own supporter, by name. */
  readonly own: string | null;
}

/** A card, all of it by themselves but for what comes with the role. */
export const supportersHeld: HeldRoom<HeldAsSupporter> = {
  tables: [{ table: 'supporters', columns: { person_id: 'account', own_supporter_id: 'nowhere' } }],
  async find(db, { accounts }) {
    const card = await findSupporterOf(db, accounts);
    const ownId = card?.ownSupporterId ?? null;
    return {
      card,
      own: ownId === null ? null : ((await findSupporter(db, ownId))?.name ?? null),
    };
  },
  shown(reader, { card, own }) {
    const words = wordsFor(reader);
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
    ] satisfies readonly HeldPart[];
  },
  async erase() {},
  async eraseAccount(db, account) {
    const supporter = await findSupporterOf(db, [account]);
    if (supporter !== null) await deleteSupporter(db, supporter.id);
  },
  async forget(db, { now }) {
    await forgetInvitedBefore(db, now - invitedForMs);
    await forgetCountsBefore(db, yearOf(now));
  },
};

/** All that stands on it, as it's kept; the rest of the row says who they are. */
function cardEntry(
  { person: _person, id: _id, ownSupporterId: _own, createdAt, ...card }: Supporter,
  ownSupporter: string | null,
) {
  return { ...card, ownSupporter, since: iso(createdAt) };
}
