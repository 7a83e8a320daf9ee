import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import type { ErasingParts, HeldRoom, Whose } from '../../people/held-room.ts';
import { findMembers } from '../../people/members/store.ts';
import { findSentBy, findSentTo, type HeldInvitation, keepInvitations } from './held-store.ts';
import { closeInvitationMessage, sendClosed } from './messages.ts';
import { type AskRefusal, allowAllAsks, findAskRefusals } from './refusal-store.ts';
import { askedWithinMs } from './rules.ts';
import { eraseInvitee, findWaitingFrom, findWaitingTo, forgetSettledBefore } from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldInvitations {
  readonly sent: readonly HeldInvitation[];
  readonly received: readonly HeldInvitation[];
  /** Who they don't want to be asked by. */
  readonly refusals: readonly AskRefusal[];
}

/** The text of both people holds the two that the other columns name; who someone isn't to be asked by is a fingerprint. */
export const invitationsHeld: HeldRoom<HeldInvitations> = {
  tables: [
    {
      table: 'invitations',
      columns: { inviter_id: 'member', invitee_person_id: 'account', both_people: 'nowhere' },
    },
    { table: 'ask_refusals', columns: { person_id: 'account', asked_by: 'nowhere' } },
  ],
  async find(db, { member, accounts }) {
    const received: HeldInvitation[] = [];
    for (const account of accounts) received.push(...(await findSentTo(db, account)));
    return {
      received,
      sent: member === null ? [] : await findSentBy(db, member.id),
      refusals: await findAskRefusals(db, accounts),
    };
  },
  shown(reader, { sent, received, refusals }) {
    const words = wordsFor(reader);
    const line = ({ name, status, waitsUntil }: HeldInvitation) =>
      words.heldInvitation(name, status, sayDate(waitsUntil, reader));
    return [
      {
        section: 'buddies',
        name: 'invitationsSent',
        value: sent.map(invitationEntry),
        lines: [[words.held.sent, sent.map(line)]],
      },
      {
        section: 'buddies',
        name: 'invitationsReceived',
        value: received.map(invitationEntry),
        lines: [[words.held.received, received.map(line)]],
      },
      {
        section: 'buddies',
        name: 'notToBeAskedAgain',
        value: refusals.map(({ by, since }) => ({ by, since: iso(since) })),
        lines: [
          [
            words.held.refusals,
            refusals.map(({ by, since }) => words.heldRefusal(by, sayDate(since, reader))),
          ],
        ],
      },
    ];
  },
  async erase(parts, whose) {
    const { db, now } = parts;
    const { member, accounts } = whose;
    await closeAll(parts, whose);
    // Those that they sent hang on the member, and go on counting.
    if (member !== null) await keepInvitations(db, accounts, member.id, now);
    for (const account of accounts) await eraseInvitee(db, account);
  },
  // What others have refused them stays: that is theirs, and a way to ask again would be to erase oneself in between.
  eraseAccount: (db, account) => allowAllAsks(db, [account]),
  forget: (db, { now }) => forgetSettledBefore(db, now - askedWithinMs),
};

/** Those they asked can no longer accept; those who asked them need not wait. */
async function closeAll(parts: ErasingParts, { member, accounts }: Whose): Promise<void> {
  const { db, now } = parts;
  const sent = member === null ? [] : await findWaitingFrom(db, member.id);
  for (const invitation of sent) await closeInvitationMessage(parts, invitation);

  const received = await findWaitingTo(db, accounts);
  const inviters = await findMembers(
    db,
    received.map((invitation) => invitation.inviterId),
  );
  for (const invitation of received) {
    const inviter = inviters.find(({ id }) => id === invitation.inviterId);
    if (inviter !== undefined) await sendClosed(db, invitation, inviter, now);
  }
}

function invitationEntry({ name, status, sentAt, waitsUntil }: HeldInvitation) {
  return { name, status, sentAt: iso(sentAt), waitsUntil: iso(waitsUntil) };
}
