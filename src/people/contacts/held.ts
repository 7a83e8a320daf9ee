import { iso, isoOrNull } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import { languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import type { HeldRoom } from '../held-room.ts';
import { type Contact, deleteContact, findContact } from './store.ts';
import { wordsFor } from './words.ts';

/** A contact of each account, that to which messages go first. They stay as long as the account has the app. */
export const contactsHeld: HeldRoom<readonly (Contact | null)[]> = {
  tables: [{ table: 'contacts', columns: { person_id: 'account' } }],
  async find(db, { accounts }) {
    const found: (Contact | null)[] = [];
    for (const account of accounts) found.push(await findContact(db, account));
    return found;
  },
  shown(reader, contacts) {
    const [main = null] = contacts;
    const known = contacts.filter((contact) => contact !== null);
    return [
      {
        section: 'reach',
        name: 'app',
        value: main === null ? null : contactEntry(main),
        lines: [[wordsFor(reader).held.app, known.map((contact) => contactLine(reader, contact))]],
      },
    ];
  },
  async erase() {},
  eraseAccount: deleteContact,
  async forget() {},
};

/** As it stands in the copy. */
export function contactEntry(contact: Contact) {
  return {
    name: contact.name,
    timeZone: contact.timeZone,
    language: contact.language,
    since: iso(contact.createdAt),
    welcomedAt: isoOrNull(contact.welcomedAt),
    unreachableSince: isoOrNull(contact.unreachableSince),
  };
}

function contactLine(reader: Reader, contact: Contact): string {
  const { name, timeZone, language, createdAt, unreachableSince } = contact;
  const told = [name, timeZone, language === null ? null : languageNames[language]]
    .filter((one) => one !== null)
    .join(', ');
  const unreachable = unreachableSince === null ? null : sayDate(unreachableSince, reader);
  return wordsFor(reader).app(sayDate(createdAt, reader), told, unreachable);
}
