import { iso, isoOrNull } from '../calendar/instant-text.ts';
import { millisecondsInDay } from '../calendar/spans.ts';
import type { Address } from '../chat/delivery.ts';
import type { Reader } from '../chat/reader.ts';
import type { HeldRoom } from '../people/held-room.ts';
import { countNaming, findMessagesTo, type HeldMessage } from './held-store.ts';
import { forgetIdleLanes } from './lane-store.ts';
import { addressOf, eraseRecipient, forgetIdleAddresses } from './recipient-store.ts';
import { forgetSettledBefore } from './store.ts';
import { wordsFor } from './words.ts';

/** Messages that went out, or never will, are kept for 30 days: long enough to find out what happened to one. */
export const messagesKeptMs = 30 * millisecondsInDay;

export interface HeldInOutbox {
  readonly messages: readonly HeldMessage[];
  /** Messages to others that name this person and aren't through yet. */
  readonly namedIn: number;
  /** Of each account, that to which messages go first. */
  readonly addresses: readonly (Address | null)[];
}

export const outboxHeld: HeldRoom<HeldInOutbox> = {
  tables: [
    { table: 'outbox', columns: { person_id: 'account' } },
    { table: 'addresses', columns: { person_id: 'account' } },
  ],
  async find(db, { accounts }) {
    const messages: HeldMessage[] = [];
    const addresses: (Address | null)[] = [];
    for (const account of accounts) {
      messages.push(...(await findMessagesTo(db, account)));
      addresses.push(await addressOf(db, account));
    }
    return { messages, addresses, namedIn: await countNaming(db, accounts) };
  },
  shown(reader, { messages, namedIn, addresses }) {
    const words = wordsFor(reader);
    const [main = null, linked = null] = addresses;
    const place = (address: Address | null) => (address === null ? [] : [words.address]);
    return [
      {
        section: 'messages',
        name: 'messagesToMe',
        value: messages.map(messageEntry),
        lines: [[words.held.messages, byStatus(reader, messages)]],
      },
      {
        section: 'messages',
        name: 'waitingMessagesThatNameMe',
        value: namedIn,
        lines: [[words.held.namedIn, namedIn === 0 ? [] : [words.namedIn(namedIn)]]],
      },
      {
        section: 'reach',
        name: 'address',
        value: main,
        lines: [
          [words.held.address, place(main)],
          [words.held.linkedAddress, place(linked)],
        ],
      },
    ];
  },
  async erase() {},
  eraseAccount: eraseRecipient,
  async forget(db, { now }) {
    await forgetSettledBefore(db, now - messagesKeptMs);
    await forgetIdleLanes(db, now - messagesKeptMs);
    await forgetIdleAddresses(db);
  },
};

function messageEntry({ createdAt, settledAt, dueAt, usefulUntil, ...message }: HeldMessage) {
  return {
    ...message,
    madeAt: iso(createdAt),
    dueAt: iso(dueAt),
    usefulUntil: isoOrNull(usefulUntil),
    settledAt: isoOrNull(settledAt),
  };
}

function byStatus(reader: Reader, messages: readonly HeldMessage[]): readonly string[] {
  const words = wordsFor(reader);
  const groups = Map.groupBy(messages, ({ status }) => status);
  return [...groups].map(([status, ofStatus]) => words.messages(ofStatus.length, status));
}
