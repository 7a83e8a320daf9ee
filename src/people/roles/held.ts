import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import { isSamePerson } from '../../chat/person.ts';
import type { HeldRoom } from '../held-room.ts';
import { type Appointed, dismiss, findAllAppointed } from './store.ts';
import { wordsFor } from './words.ts';

/** A role goes with its account, no matter who closes it. */
export const rolesHeld: HeldRoom<readonly Appointed[]> = {
  tables: [{ table: 'roles', columns: { person_id: 'account' } }],
  async find(db, { accounts }) {
    const appointed = await findAllAppointed(db);
    return appointed.filter(({ person }) => accounts.some((account) => isSamePerson(account, person)));
  },
  shown(reader, appointed) {
    const words = wordsFor(reader);
    const line = ({ role, since }: Appointed) => words.heldRole(words.roles[role], sayDate(since, reader));
    return [
      {
        section: 'settings',
        name: 'roles',
        value: appointed.map(({ role, language, since }) => ({ role, language, since: iso(since) })),
        lines: [[words.held.roles, appointed.map(line)]],
      },
    ];
  },
  async erase() {},
  async eraseAccount(db, account) {
    await dismiss(db, account);
  },
  async forget() {},
};
