import { iso } from '../../calendar/instant-text.ts';
import { sayDate, sayInstant } from '../../calendar/say.ts';
import type { Address } from '../../chat/delivery.ts';
import type { PersonRef } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { addressOf } from '../../outbox/recipient-store.ts';
import { contactEntry } from '../../people/contacts/held.ts';
import { type Contact, findContact } from '../../people/contacts/store.ts';
import type { HeldLine, HeldRoom } from '../../people/held-room.ts';
import { codeEntry } from '../codes/held.ts';
import type { HeldCode } from '../codes/held-store.ts';
import { findLinkCodesOf } from './held-store.ts';
import { findLinked, forgetLinkCodesBefore, type LinkedAccount } from './store.ts';
import { wordsFor } from './words.ts';

export interface HeldAccounts {
  readonly main: PersonRef;
  readonly linked:
    | (LinkedAccount & { readonly contact: Contact | null; readonly address: Address | null })
    | null;
  readonly linkCodes: readonly HeldCode[];
}

/** All of it hangs on the member. What else is held of the linked account, the other rooms hold. */
export const accountsHeld: HeldRoom<HeldAccounts> = {
  tables: [
    { table: 'linked_accounts', columns: { person_id: 'account', member_id: 'member' } },
    { table: 'link_codes', columns: { member_id: 'member', code_fingerprint: 'nowhere' } },
  ],
  async find(db, { member, accounts: [main] }) {
    if (member === null) return { main, linked: null, linkCodes: [] };
    const linkCodes = await findLinkCodesOf(db, member.id);
    const linked = await findLinked(db, member.id);
    if (linked === null) return { main, linked, linkCodes };
    const { person } = linked;
    const reached = { contact: await findContact(db, person), address: await addressOf(db, person) };
    return { main, linked: { ...linked, ...reached }, linkCodes };
  },
  shown(reader, held) {
    const words = wordsFor(reader);
    const { linked, linkCodes } = held;
    return [
      {
        section: 'accounts',
        name: 'linkedAccount',
        value: linked === null ? null : linkedEntry(linked),
        lines: linkedLines(reader, held),
      },
      {
        section: 'buddies',
        name: 'codesToLink',
        value: linkCodes.map(codeEntry),
        lines: [
          [
            words.held.linkCodes,
            linkCodes.map(({ worksUntil }) => words.heldCode(sayInstant(worksUntil, reader))),
          ],
        ],
      },
    ];
  },
  async erase() {},
  async eraseAccount() {},
  forget: (db, { now }) => forgetLinkCodesBefore(db, now),
};

function linkedEntry({ person, name, linkedAt, contact, address }: NonNullable<HeldAccounts['linked']>) {
  return {
    platform: person.platform,
    workspace: person.workspace,
    id: person.id,
    name,
    linkedAt: iso(linkedAt),
    app: contact === null ? null : contactEntry(contact),
    address,
  };
}

function linkedLines(reader: Reader, { main, linked }: HeldAccounts): readonly HeldLine[] {
  if (linked === null) return [];
  const words = wordsFor(reader);
  const { name, person, linkedAt } = linked;
  return [
    [words.held.linked, [words.heldLinked(name, person.platform, sayDate(linkedAt, reader))]],
    [words.held.goTo, [words.heldAccount(main.platform)]],
  ];
}
