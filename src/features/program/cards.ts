import type { Card } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { allRoles, type Role } from '../../people/roles/rules.ts';
import type { Appointed } from '../../people/roles/store.ts';
import { wordsFor as roleWordsFor } from '../../people/roles/words.ts';
import { wordsFor } from './words.ts';

/** What can be picked in place of a role. */
export const noRole = 'none';

/** `mine`: the roles that the reader may give and take. */
export function rolesForm(reader: Reader, appointed: readonly Appointed[], mine: readonly Role[]): Form {
  const words = wordsFor(reader).roles;
  const names = roleWordsFor(reader).roles;
  const options = mine.map((role) => ({ value: role, label: names[role] }));
  return {
    id: 'program.roles',
    title: words.title,
    intro: words.intro(rolesHeld(reader, appointed)),
    submit: words.submit,
    fields: [
      { type: 'person', id: 'person', label: words.person },
      {
        type: 'choice',
        id: 'role',
        label: words.role,
        options: [...options, { value: noRole, label: words.none }],
      },
    ],
  };
}

/** Who has what: "Program director: Ana Ruiz". */
function rolesHeld(reader: Reader, appointed: readonly Appointed[]): readonly string[] {
  return allRoles.flatMap((role) => {
    const names = appointed.filter((one) => one.role === role).map(({ name }) => name);
    return names.length === 0
      ? []
      : [wordsFor(reader).roles.one(roleWordsFor(reader).roles[role], names.join(', '))];
  });
}

/** After a change: what it was, and who has what now. */
export function rolesCard(reader: Reader, said: string, appointed: readonly Appointed[]): Card {
  const words = wordsFor(reader).roles;
  return {
    elements: [
      text(said),
      ...rolesHeld(reader, appointed).map(text),
      {
        type: 'buttons',
        buttons: [
          { id: 'program.roles', label: words.again },
          { id: 'program.audit', label: words.audit },
        ],
      },
      quiet(words.fromEnvironment),
    ],
  };
}
