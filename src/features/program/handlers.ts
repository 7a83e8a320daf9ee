import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Mention } from '../../chat/card.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Profile } from '../../chat/person.ts';
import { operatorKey, personKey } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { nameOf } from '../../people/name-of.ts';
import { isRole, mayAppoint, type Role } from '../../people/roles/rules.ts';
import { appoint, dismiss, findAllAppointed, findAppointed } from '../../people/roles/store.ts';
import { wordsFor as roleWordsFor } from '../../people/roles/words.ts';
import { writeAudit } from '../audit/store.ts';
import { noRole, rolesCard, rolesForm } from './cards.ts';
import { wordsFor } from './words.ts';

/** `program.roles`: who runs the program, given and taken back by those who may. */
export async function editRoles(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const words = wordsFor(actor.reader).roles;
  const form = rolesForm(actor.reader, await findAllAppointed(db), mayAppoint(actor.roles));
  if (intent.answers === null) return [{ type: 'open-form', form }];
  const refuse = (errors: FieldErrors): readonly Effect[] => [{ type: 'form-errors', form, errors }];
  const { person } = intent;
  const { role } = intent.answers;
  if (person === null) return refuse({ person: words.noPerson });
  if (turn.colleague === null || turn.colleague === 'absent') return refuse({ person: words.unknown });
  if (turn.colleague.kind === 'bot') return refuse({ person: words.unknown });
  if (!isRole(role) && role !== noRole) return refuse({ role: words.noRole });
  const { name, language } = turn.colleague;
  const someone = { person, name, language };
  const done = role === noRole ? await takeBack(turn, someone) : await give(turn, someone, role);
  if (!done.ok) return refuse({ role: words[done.why] });
  if (done.isOver === true) return [reply(done.said)];
  return [reply(rolesCard(actor.reader, done.said, await findAllAppointed(db)))];
}

type Done =
  /** `isOver`: the one who did it runs nothing anymore. */
  | { readonly ok: true; readonly said: string; readonly isOver?: true }
  | { readonly ok: false; readonly why: 'notYours' | 'lastOne' };

async function give(
  { db, actor, now }: Turn,
  someone: Mention & Pick<Profile, 'language'>,
  role: Role,
): Promise<Done> {
  const words = wordsFor(actor.reader).roles;
  if (!mayAppoint(actor.roles).includes(role)) return { ok: false, why: 'notYours' };
  const said = roleWordsFor(actor.reader).roles[role];
  if (!(await appoint(db, someone, role, now))) return { ok: true, said: words.hadIt(someone.name, said) };
  const by = nameOf(actor);
  await writeAudit(db, { by, action: 'appointed', about: role, subject: someone }, now);
  return { ok: true, said: words.appointed(someone.name, said) };
}

async function takeBack(turn: Turn, someone: Mention): Promise<Done> {
  const { db, actor, now, hospital } = turn;
  const words = wordsFor(actor.reader).roles;
  const accounts = await accountsOf(db, someone.person);
  const held = await findAppointed(db, accounts);
  const isNamed = accounts.some((account) => hospital.admins.has(operatorKey(account)));
  const isSelf = accounts.some((account) => personKey(account) === personKey(actor.account));
  const stays = { ok: true, said: isSelf ? words.youStay : words.stays(someone.name) } as const;
  if (held.length === 0) return isNamed ? stays : { ok: true, said: words.hadNone(someone.name) };
  const mine = mayAppoint(actor.roles);
  if (!held.every((role) => mine.includes(role))) return { ok: false, why: 'notYours' };
  if (held.includes('administrator') && (await isLastAdministrator(turn, someone)))
    return { ok: false, why: 'lastOne' };
  for (const account of accounts) {
    for (const role of await dismiss(db, account))
      await writeAudit(db, { by: nameOf(actor), action: 'dismissed', about: role, subject: someone }, now);
  }
  if (isNamed) return stays;
  return isSelf
    ? { ok: true, said: words.steppedDown, isOver: true }
    : { ok: true, said: words.dismissed(someone.name) };
}

/** Whether nobody else could appoint one afterwards. Who is named in the environment always can. */
async function isLastAdministrator({ db, hospital }: Turn, someone: Mention): Promise<boolean> {
  if (hospital.admins.size > 0) return false;
  const administrators = (await findAllAppointed(db)).filter(({ role }) => role === 'administrator');
  return administrators.every(({ person }) => operatorKey(person) === operatorKey(someone.person));
}

export async function notOfTheProgram({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(wordsFor(actor.reader).notYou)];
}
